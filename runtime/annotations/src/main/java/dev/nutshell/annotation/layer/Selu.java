// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scaled exponential linear unit (Klambauer et al., 2017): <code>1.0507 * elu(x, alpha:
 * 1.67326)</code>, whose factors keep mean 0 and variance 1. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.selu; torch.nn.SELU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "selu",
    inputs = "x"
)
public @interface Selu {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
