// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gated linear unit (Dauphin et al., 2017): the first half of a dimension, the last unless
 * <code>axis</code> says otherwise, times the sigmoid of the second, <code>a * sigmoid(b)</code>.
 * Shapes: <code>[..., n]</code> to <code>[..., n / 2]</code>. Source: keras.activations.glu;
 * torch.nn.GLU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "glu",
    inputs = "x",
    value = "axis"
)
public @interface Glu {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
