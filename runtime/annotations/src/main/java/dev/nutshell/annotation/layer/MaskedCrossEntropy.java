// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>cross_entropy</code> without the positions whose target is <code>ignore_index</code>:
 * values, and the weights of their mean, 0 where <code>target == ignore_index</code> and else 1.
 * Other targets beyond the classes count as the nearest class. Shapes: <code>[..., n]</code> and
 * <code>[...]</code> to <code>[...]</code> twice. Source: torch.nn.CrossEntropyLoss with
 * <code>ignore_index</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "masked_cross_entropy",
    inputs = {
        "logits",
        "target"
    }
)
public @interface MaskedCrossEntropy {
  /**
   * Argument {@code ignore_index}.
   */
  int ignoreIndex() default -100;

  /**
   * Argument {@code label_smoothing}.
   */
  double labelSmoothing() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
