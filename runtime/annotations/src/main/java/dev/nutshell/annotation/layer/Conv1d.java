// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Convolution of <code>[width, channels]</code>, the cross-correlation that Keras and PyTorch
 * compute: <code>y[i, f] = Σ x[i * stride + k * dilation - before, d] W[k, d, f] + b[f]</code>,
 * where what lies outside counts as 0. <code>before</code> is <code>pad</code>, with
 * <code>same</code> half of what makes <code>⌈width / stride⌉</code> positions, as Keras pads, and
 * with <code>causal</code> all of it. <code>pad</code> pads both sides by that much, as PyTorch
 * does. <code>groups</code> splits channels and filters. Shapes: <code>[..., w, c]</code> to
 * <code>[..., size, filters]</code>, with <code>size = ⌊(w + 2 * pad - dilation * (kernel - 1) - 1)
 * / stride⌋ + 1</code>, or <code>⌈w / stride⌉</code> with <code>same</code> or <code>causal</code>
 * padding; <code>W: [kernel, c / groups, filters]</code>, <code>b: [filters]</code>. Source:
 * keras.layers.Conv1D; torch.nn.Conv1d, whose weights begin otherwise (<code>he_uniform</code> with
 * a slope of √5).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv1d",
    inputs = "x"
)
public @interface Conv1d {
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
   * Argument {@code padding}. One of VALID, SAME, CAUSAL.
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
