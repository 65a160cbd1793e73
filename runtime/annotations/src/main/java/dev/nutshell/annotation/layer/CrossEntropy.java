// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cross-entropy of logits and the index of the true class, PyTorch's <code>cross_entropy</code>:
 * <code>log(sum(exp(logits))) - logits[target]</code>, one for each position. Of the true class's
 * probability, <code>label_smoothing</code> is divided among all classes (Szegedy et al., 2016).
 * Shapes: <code>[..., n]</code> and <code>[...]</code> to <code>[...]</code>. Source:
 * torch.nn.CrossEntropyLoss; keras.losses.SparseCategoricalCrossentropy with
 * <code>from_logits=True</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cross_entropy",
    inputs = {
        "logits",
        "target"
    },
    value = "label_smoothing"
)
public @interface CrossEntropy {
  /**
   * {@code label_smoothing}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
