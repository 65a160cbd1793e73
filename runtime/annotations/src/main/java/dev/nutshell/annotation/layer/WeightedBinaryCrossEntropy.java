// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>binary_cross_entropy_with_logits</code> of several labels, in which positive targets of
 * label <code>i</code> count <code>pos_weight[i]</code> times: <code>(1 - target) * softplus(logit)
 * + pos_weight * target * softplus(-logit)</code>. Shapes: <code>[..., n]</code>, <code>[...,
 * n]</code> and <code>[n]</code> to <code>[..., n]</code>. Source: torch.nn.BCEWithLogitsLoss with
 * <code>pos_weight</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "weighted_binary_cross_entropy",
    inputs = {
        "logits",
        "target",
        "pos_weight"
    }
)
public @interface WeightedBinaryCrossEntropy {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
