// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>soft_margin_loss</code>: <code>log(1 + exp(-target * prediction))</code> with
 * targets of -1 and 1. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[...]</code>.
 * Source: torch.nn.SoftMarginLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "soft_margin_loss",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface SoftMarginLoss {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
