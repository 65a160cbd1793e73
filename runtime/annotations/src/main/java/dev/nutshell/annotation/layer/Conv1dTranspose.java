// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Transposed convolution of <code>[width, channels]</code>, the gradient of a convolution as a
 * layer: <code>y[i, f] = Σ x[(i + before - k * dilation) / stride, e] W[k, f, e] + b[f]</code> over
 * the <code>k</code> for which the division is exact. The output has <code>(width - 1) * stride +
 * dilation * (kernel - 1) + 1 + output_pad - 2 * pad</code> positions, and <code>width *
 * stride</code> with <code>same</code> padding. Shapes: <code>[..., w, c]</code> to <code>[...,
 * size, filters]</code>; <code>W: [kernel, filters / groups, c]</code>, <code>b: [filters]</code>.
 * Source: keras.layers.Conv1DTranspose; torch.nn.ConvTranspose1d, whose weights begin otherwise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv1d_transpose",
    inputs = "x"
)
public @interface Conv1dTranspose {
  /**
   * Argument {@code filters}.
   */
  int filters();

  /**
   * Argument {@code kernel}.
   */
  int kernel();

  /**
   * Argument {@code stride}.
   */
  int stride() default 1;

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code dilation}.
   */
  int dilation() default 1;

  /**
   * Argument {@code groups}.
   */
  int groups() default 1;

  /**
   * Argument {@code pad}.
   */
  int pad() default 0;

  /**
   * Argument {@code output_pad}.
   */
  int outputPad() default 0;

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
