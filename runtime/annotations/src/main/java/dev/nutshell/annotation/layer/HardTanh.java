// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>max(min_value, min(x, max_value))</code>. Keras' has no arguments. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.activations.hard_tanh; torch.nn.Hardtanh.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "hard_tanh",
    inputs = "x"
)
public @interface HardTanh {
  /**
   * Argument {@code min_value}.
   */
  double minValue() default -1;

  /**
   * Argument {@code max_value}.
   */
  double maxValue() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
