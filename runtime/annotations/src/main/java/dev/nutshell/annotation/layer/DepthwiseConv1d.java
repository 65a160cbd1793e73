// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Depthwise convolution of <code>[width, channels]</code>: each channel has kernels of its own,
 * <code>depth_multiplier</code> of them. <code>y[i, c * depth_multiplier + m] = Σ x[i * stride + k
 * * dilation - before, c] W[k, c, m] + b[c * depth_multiplier + m]</code>: what comes of one
 * channel stands side by side. Shapes: <code>[..., w, c]</code> to <code>[..., size, c *
 * depth_multiplier]</code>, with the size of <code>conv1d</code>; <code>W: [kernel, c,
 * depth_multiplier]</code>, <code>b: [c * depth_multiplier]</code>. Source:
 * keras.layers.DepthwiseConv1D; torch.nn.Conv1d with as many groups as channels.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "depthwise_conv1d",
    inputs = "x",
    value = "kernel"
)
public @interface DepthwiseConv1d {
  /**
   * {@code kernel}.
   */
  int value();

  /**
   * Argument {@code stride}.
   */
  int stride() default 1;

  /**
   * Argument {@code padding}. One of VALID, SAME, CAUSAL.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code depth_multiplier}.
   */
  int depthMultiplier() default 1;

  /**
   * Argument {@code dilation}.
   */
  int dilation() default 1;

  /**
   * Argument {@code pad}.
   */
  int pad() default 0;

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
