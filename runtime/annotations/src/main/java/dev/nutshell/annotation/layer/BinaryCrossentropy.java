// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>binary_crossentropy</code>: <code>-target * log(p) - (1 - target) * log(1 -
 * p)</code> of a probability, kept within 1e-7 of 0 and 1, or of a logit. Shapes:
 * <code>[...]</code> and <code>[...]</code> to <code>[...]</code>. Source:
 * keras.losses.BinaryCrossentropy; torch.nn.BCELoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_crossentropy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface BinaryCrossentropy {
  /**
   * Argument {@code from_logits}.
   */
  boolean fromLogits() default false;

  /**
   * Argument {@code label_smoothing}.
   */
  double labelSmoothing() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
