// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Negative log-likelihood of counts, PyTorch's <code>poisson_nll_loss</code>: <code>exp(x) - target
 * * x</code> of the logarithm of a rate, or <code>x - target * log(x + eps)</code> of a rate. With
 * <code>full</code>, Stirling's approximation of <code>log(target!)</code> is added where the
 * target is above 1. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[...]</code>.
 * Source: torch.nn.PoissonNLLLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "poisson_nll_loss",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface PoissonNllLoss {
  /**
   * Argument {@code log_input}.
   */
  boolean logInput() default true;

  /**
   * Argument {@code full}.
   */
  boolean full() default false;

  /**
   * Argument {@code eps}.
   */
  double eps() default 1e-8;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
