// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Negative log-likelihood of a normal distribution with a predicted variance of at least
 * <code>eps</code>, PyTorch's <code>gaussian_nll_loss</code> (Nix and Weigend, 1994):
 * <code>(log(variance) + (prediction - target)² / variance) / 2</code>, with <code>full</code> and
 * <code>log(2π) / 2</code>. Shapes: <code>[...]</code>, <code>[...]</code> and <code>[...]</code>
 * to <code>[...]</code>. Source: torch.nn.GaussianNLLLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "gaussian_nll_loss",
    inputs = {
        "prediction",
        "target",
        "variance"
    }
)
public @interface GaussianNllLoss {
  /**
   * Argument {@code full}.
   */
  boolean full() default false;

  /**
   * Argument {@code eps}.
   */
  double eps() default 1e-6;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
