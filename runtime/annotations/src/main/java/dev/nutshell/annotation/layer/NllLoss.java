// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Negative log-likelihood of the true class, PyTorch's <code>nll_loss</code>:
 * <code>-log_probabilities[target]</code>. Shapes: <code>[..., n]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: torch.nn.NLLLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "nll_loss",
    inputs = {
        "log_probabilities",
        "target"
    }
)
public @interface NllLoss {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
