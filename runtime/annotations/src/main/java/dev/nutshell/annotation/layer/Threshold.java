// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x</code> where it is above <code>threshold</code>, else <code>default_value</code>. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.activations.threshold;
 * torch.nn.Threshold.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "threshold",
    inputs = "x"
)
public @interface Threshold {
  /**
   * Argument {@code threshold}.
   */
  double threshold();

  /**
   * Argument {@code default_value}.
   */
  double defaultValue();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
