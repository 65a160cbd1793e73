// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Local response normalization (Krizhevsky et al., 2012) across the channels, the last dimension:
 * <code>x / (k + alpha / size * Σ x²)^beta</code>, with the sum over <code>size</code> neighbouring
 * channels; those outside count as 0. Shapes: <code>[..., n]</code> to <code>[..., n]</code>.
 * Source: torch.nn.LocalResponseNorm, whose <code>size</code> has no default; 5 is the paper's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "local_response_norm",
    inputs = "x"
)
public @interface LocalResponseNorm {
  /**
   * Argument {@code size}.
   */
  int size() default 5;

  /**
   * Argument {@code alpha}.
   */
  double alpha() default 0.0001;

  /**
   * Argument {@code beta}.
   */
  double beta() default 0.75;

  /**
   * Argument {@code k}.
   */
  double k() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
