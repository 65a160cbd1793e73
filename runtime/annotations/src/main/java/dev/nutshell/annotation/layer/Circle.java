// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Circle loss (Sun et al., 2020) of the <code>m</code> embeddings of a group, of length 1, and
 * their classes: those of one class should point the same way. With the distances <code>d = 1 -
 * cosine</code> of the pairs, <code>softplus(log Σ exp(gamma * (d + margin) * (d - margin)) + log Σ
 * exp(gamma * (1 + margin - d) * (1 - margin - d)))</code>, the first sum over pairs of one class
 * and the second over the others. One value for each embedding; Keras takes the batch as the group.
 * Shapes: <code>[m, d]</code> and <code>[m]</code> to <code>[m]</code>. Source:
 * keras.losses.Circle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "circle",
    inputs = {
        "embeddings",
        "classes"
    }
)
public @interface Circle {
  /**
   * Argument {@code gamma}.
   */
  double gamma() default 80;

  /**
   * Argument {@code margin}.
   */
  double margin() default 0.4;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
