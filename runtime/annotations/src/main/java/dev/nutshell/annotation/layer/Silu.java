// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sigmoid linear unit, <code>x * sigmoid(x)</code> (Elfwing et al., 2018). Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.activations.silu; torch.nn.SiLU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "silu",
    inputs = "x"
)
public @interface Silu {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
