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
 * <code>binary_cross_entropy_with_logits</code>: <code>log(1 + exp(x)) - x * target</code>.
 * Positive targets count <code>pos_weight</code> times.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_cross_entropy_with_logits",
    inputs = {
        "logit",
        "target"
    },
    value = "pos_weight"
)
public @interface BinaryCrossEntropyWithLogits {
  /**
   * {@code pos_weight}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
