// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of each window of an image <code>[height, width, channels]</code>: <code>y[i, j, k] =
 * mean x[i * stride[0] + p - before[0], j * stride[1] + q - before[1], k]</code>. Padding is left
 * out of the mean, or counts as zeros with <code>count_padding</code>. With <code>ceil</code> a
 * last window may reach beyond the padding; what lies there is left out. Shapes: <code>[..., h, w,
 * c]</code> to <code>[..., rows, columns, c]</code>, with the sizes of <code>conv</code> of a
 * kernel like the window. Source: keras.layers.AveragePooling2D, whose window is 2 when left out;
 * torch.nn.AvgPool2d, where <code>count_padding</code> is true unless given.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "average_pool",
    inputs = "x",
    value = "window"
)
public @interface AveragePool {
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
   * Argument {@code count_padding}.
   */
  boolean countPadding() default false;

  /**
   * Argument {@code ceil}.
   */
  boolean ceil() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
