// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>pairwise_distance</code>: the <code>p</code>-norm of the difference, <code>(Σ |a
 * - b + eps|^p)^(1 / p)</code>. Shapes: <code>[..., n]</code> and <code>[..., n]</code> to
 * <code>[...]</code>. Source: torch.nn.PairwiseDistance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "pairwise_distance",
    inputs = {
        "a",
        "b"
    }
)
public @interface PairwiseDistance {
  /**
   * Argument {@code p}.
   */
  double p() default 2;

  /**
   * Argument {@code eps}.
   */
  double eps() default 1e-6;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
