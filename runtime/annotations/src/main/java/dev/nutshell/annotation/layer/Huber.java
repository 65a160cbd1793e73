// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Huber's loss (1964) of the error <code>e = |prediction - target|</code>: <code>e² / 2</code> up
 * to <code>delta</code>, <code>delta * (e - delta / 2)</code> beyond. Shapes: <code>[...]</code>
 * and <code>[...]</code> to <code>[...]</code>. Source: keras.losses.Huber; torch.nn.HuberLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "huber",
    inputs = {
        "prediction",
        "target"
    },
    value = "delta"
)
public @interface Huber {
  /**
   * {@code delta}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
