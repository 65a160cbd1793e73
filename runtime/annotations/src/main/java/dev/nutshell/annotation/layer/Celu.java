// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Continuously differentiable exponential linear unit (Barron, 2017): <code>x</code> where it is
 * positive, else <code>alpha * (exp(x / alpha) - 1)</code>. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.celu; torch.nn.CELU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "celu",
    inputs = "x",
    value = "alpha"
)
public @interface Celu {
  /**
   * {@code alpha}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
