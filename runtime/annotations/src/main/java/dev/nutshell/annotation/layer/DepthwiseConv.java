// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Depthwise convolution of an image <code>[height, width, channels]</code>: each channel has
 * kernels of its own, <code>depth_multiplier</code> of them. <code>y[i, j, c * depth_multiplier +
 * m] = Σ x[i * stride[0] + p * dilation[0] - before[0], j * stride[1] + q * dilation[1] -
 * before[1], c] W[p, q, c, m] + b[c * depth_multiplier + m]</code>: what comes of one channel
 * stands side by side. Shapes: <code>[..., h, w, c]</code> to <code>[..., rows, columns, c *
 * depth_multiplier]</code>, with the sizes of <code>conv</code>; <code>W: [kernel[0], kernel[1], c,
 * depth_multiplier]</code>, <code>b: [c * depth_multiplier]</code>. Source:
 * keras.layers.DepthwiseConv2D; torch.nn.Conv2d with as many groups as channels.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "depthwise_conv",
    inputs = "x",
    value = "kernel"
)
public @interface DepthwiseConv {
  /**
   * {@code kernel}.
   */
  int[] value();

  /**
   * Argument {@code stride}.
   */
  int[] stride() default 1;

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code depth_multiplier}.
   */
  int depthMultiplier() default 1;

  /**
   * Argument {@code dilation}.
   */
  int[] dilation() default 1;

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
