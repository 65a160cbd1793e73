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
 * their classes: those of one class should point the same way. One value for each embedding; Keras
 * takes the batch as the group.
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
