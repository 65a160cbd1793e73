// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binary cross-entropy of a logit and a target from 0 to 1, PyTorch's
 * <code>binary_cross_entropy_with_logits</code>: <code>log(1 + exp(logit)) - logit * target</code>.
 * Shapes: <code>[...]</code> and <code>[...]</code> to <code>[...]</code>. Source:
 * torch.nn.BCEWithLogitsLoss; keras.losses.BinaryCrossentropy with <code>from_logits=True</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_cross_entropy_with_logits",
    inputs = {
        "logit",
        "target"
    }
)
public @interface BinaryCrossEntropyWithLogits {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
