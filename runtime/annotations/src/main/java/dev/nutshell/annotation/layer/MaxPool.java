// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The maximum of each window of an image <code>[height, width, channels]</code>: <code>y[i, j, k] =
 * max x[i * stride[0] + p * dilation[0] - before[0], j * stride[1] + q * dilation[1] - before[1],
 * k]</code>; padding counts as −∞. With <code>ceil</code> a last window may reach beyond the
 * padding, as long as it begins before it. Shapes: <code>[..., h, w, c]</code> to <code>[..., rows,
 * columns, c]</code>, with the sizes of <code>conv</code> of a kernel like the window. Source:
 * keras.layers.MaxPooling2D, whose window is 2 when left out; torch.nn.MaxPool2d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "max_pool",
    inputs = "x",
    value = "window"
)
public @interface MaxPool {
  /**
   * {@code window}.
   */
  int[] value();

  /**
   * Argument {@code stride}. When left out: {@code window}.
   */
  int[] stride() default {};

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code pad}.
   */
  int[] pad() default 0;

  /**
   * Argument {@code dilation}.
   */
  int[] dilation() default 1;

  /**
   * Argument {@code ceil}.
   */
  boolean ceil() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
