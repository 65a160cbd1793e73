// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>multi_margin_loss</code>: <code>sum(max(margin - right + score, 0)^p) / n</code>
 * over the scores of the other classes. Shapes: <code>[..., n]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: torch.nn.MultiMarginLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "multi_margin_loss",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface MultiMarginLoss {
  /**
   * Argument {@code p}.
   */
  int p() default 1;

  /**
   * Argument {@code margin}.
   */
  double margin() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
