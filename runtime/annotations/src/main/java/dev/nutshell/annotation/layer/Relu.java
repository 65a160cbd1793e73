// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rectified linear unit, <code>max(0, x)</code> (Nair and Hinton, 2010); the derivative at 0 is 0.
 * In general, with Keras' arguments, <code>negative_slope * (x - threshold)</code> below
 * <code>threshold</code>, and at most <code>max_value</code>; a <code>max_value</code> of 0 stands
 * for no limit. Shapes: <code>[...]</code> to <code>[...]</code>. Source: keras.layers.ReLU;
 * torch.nn.ReLU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "relu",
    inputs = "x"
)
public @interface Relu {
  /**
   * Argument {@code negative_slope}.
   */
  double negativeSlope() default 0;

  /**
   * Argument {@code max_value}.
   */
  double maxValue() default 0;

  /**
   * Argument {@code threshold}.
   */
  double threshold() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
