// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Convolution of an image <code>[height, width, channels]</code>, the cross-correlation that Keras
 * and PyTorch compute: <code>y[i, j, f] = Σ x[i * stride[0] + p * dilation[0] - before[0], j *
 * stride[1] + q * dilation[1] - before[1], d] W[p, q, d, f] + b[f]</code>, where what lies outside
 * counts as 0. <code>kernel</code>, <code>stride</code>, <code>dilation</code> and <code>pad</code>
 * are one number or <code>(vertical, horizontal)</code>. <code>padding: same</code> pads as Keras
 * does; <code>pad</code> pads both sides by that much, as PyTorch does. <code>groups</code> splits
 * channels and filters: as many groups as channels make a depthwise convolution. Shapes:
 * <code>[..., h, w, c]</code> to <code>[..., rows, columns, filters]</code>, each as in
 * <code>conv1d</code>; <code>W: [kernel[0], kernel[1], c / groups, filters]</code>, <code>b:
 * [filters]</code>. Source: keras.layers.Conv2D; torch.nn.Conv2d, whose weights begin otherwise, as
 * <code>conv1d</code>'s.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv",
    inputs = "x"
)
public @interface Conv {
  /**
   * Argument {@code filters}.
   */
  int filters();

  /**
   * Argument {@code kernel}.
   */
  int[] kernel();

  /**
   * Argument {@code stride}.
   */
  int[] stride() default 1;

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code dilation}.
   */
  int[] dilation() default 1;

  /**
   * Argument {@code groups}.
   */
  int groups() default 1;

  /**
   * Argument {@code pad}.
   */
  int[] pad() default 0;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code kernel_init}.
   */
  String kernelInit() default "glorot_uniform";

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "zeros";

  /**
   * Argument {@code kernel_regularizer}.
   */
  String kernelRegularizer() default "no_penalty";

  /**
   * Argument {@code bias_regularizer}.
   */
  String biasRegularizer() default "no_penalty";

  /**
   * Argument {@code kernel_constraint}.
   */
  String kernelConstraint() default "linear";

  /**
   * Argument {@code bias_constraint}.
   */
  String biasConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
