// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binary cross-entropy of logits, averaged over the labels of a sample, PyTorch's
 * <code>multilabel_soft_margin_loss</code>: <code>mean(log(1 + exp(logit)) - logit *
 * target)</code>. Shapes: <code>[..., n]</code> and <code>[..., n]</code> to <code>[...]</code>.
 * Source: torch.nn.MultiLabelSoftMarginLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "multilabel_soft_margin_loss",
    inputs = {
        "logits",
        "target"
    }
)
public @interface MultilabelSoftMarginLoss {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
