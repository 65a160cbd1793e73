// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The <code>p</code>-norm of each window of an image <code>[height, width, channels]</code>:
 * <code>(Σ |x|^p)^(1 / p)</code>, as in PyTorch. The gradient of a window of zeros does not exist.
 * Shapes: <code>[..., h, w, c]</code> to <code>[..., rows, columns, c]</code>. Source:
 * torch.nn.LPPool2d, whose <code>p</code> has no default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "lp_pool",
    inputs = "x",
    value = "window"
)
public @interface LpPool {
  /**
   * {@code window}.
   */
  int[] value();

  /**
   * Argument {@code p}.
   */
  double p() default 2;

  /**
   * Argument {@code stride}. When left out: {@code window}.
   */
  int[] stride() default {};

  /**
   * Argument {@code ceil}.
   */
  boolean ceil() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
