// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>log(1 + exp(x))</code> (Dugas et al., 2001), without overflow. PyTorch's <code>beta</code>
 * is that of <code>log(1 + exp(beta * x)) / beta</code>; there is no threshold beyond which it
 * would be <code>x</code>, as none is needed. Shapes: <code>[...]</code> to <code>[...]</code>.
 * Source: keras.activations.softplus; torch.nn.Softplus.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "softplus",
    inputs = "x",
    value = "beta"
)
public @interface Softplus {
  /**
   * {@code beta}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
