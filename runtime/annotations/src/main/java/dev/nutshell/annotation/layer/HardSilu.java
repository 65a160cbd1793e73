// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x * hard_sigmoid(x)</code> (Howard et al., 2019), also known as hard swish. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.activations.hard_silu;
 * torch.nn.Hardswish.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "hard_silu",
    inputs = "x"
)
public @interface HardSilu {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
