// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>exp(x) / sum(exp(x))</code> along a dimension, the last unless <code>axis</code> says
 * otherwise, shifted by the maximum. Where a <code>mask</code> is false the result is 0. Shapes:
 * <code>[..., n]</code> to <code>[..., n]</code>. Source: keras.layers.Softmax and
 * keras.activations.softmax; torch.nn.Softmax.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "softmax",
    inputs = {
        "x",
        "mask"
    },
    value = "axis"
)
public @interface Softmax {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
