// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exponential linear unit (Clevert et al., 2015): <code>x</code> where it is positive, else
 * <code>alpha * (exp(x) - 1)</code>. Shapes: <code>[...]</code> to <code>[...]</code>. Source:
 * keras.activations.elu; torch.nn.ELU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "elu",
    inputs = "x",
    value = "alpha"
)
public @interface Elu {
  /**
   * {@code alpha}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
