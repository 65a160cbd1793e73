// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parts of a Kullback–Leibler divergence from the logarithms of probabilities, PyTorch's
 * <code>kl_div</code>: <code>target * (log(target) - log_probabilities)</code>. With
 * <code>log_target</code>, targets are logarithms, too. Shapes: <code>[...]</code> and
 * <code>[...]</code> to <code>[...]</code>. Source: torch.nn.KLDivLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "kl_div",
    inputs = {
        "log_probabilities",
        "target"
    },
    value = "log_target"
)
public @interface KlDiv {
  /**
   * {@code log_target}.
   */
  boolean value() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
