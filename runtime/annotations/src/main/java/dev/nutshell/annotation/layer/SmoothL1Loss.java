// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>smooth_l1_loss</code>: <code>huber(delta: beta) / beta</code>. Shapes:
 * <code>[...]</code> and <code>[...]</code> to <code>[...]</code>. Source: torch.nn.SmoothL1Loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "smooth_l1_loss",
    inputs = {
        "prediction",
        "target"
    },
    value = "beta"
)
public @interface SmoothL1Loss {
  /**
   * {@code beta}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
