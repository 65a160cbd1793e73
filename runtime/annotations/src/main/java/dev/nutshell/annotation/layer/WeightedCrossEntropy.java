// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>cross_entropy</code> where <code>class_weights</code> says how much each class counts,
 * PyTorch's <code>weight</code>: values, and the weights of their mean,
 * <code>class_weights[target]</code>. Shapes: <code>[..., n]</code>, <code>[...]</code> and
 * <code>[n]</code> to <code>[...]</code> twice. Source: torch.nn.CrossEntropyLoss with
 * <code>weight</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "weighted_cross_entropy",
    inputs = {
        "logits",
        "target",
        "class_weights"
    },
    value = "label_smoothing"
)
public @interface WeightedCrossEntropy {
  /**
   * {@code label_smoothing}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
