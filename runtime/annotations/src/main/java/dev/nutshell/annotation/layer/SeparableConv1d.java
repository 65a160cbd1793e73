// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Separable convolution (Chollet, 2017) of <code>[width, channels]</code>: a depthwise convolution
 * without a bias, then one of width 1 that mixes the channels, <code>conv1d(depthwise_conv1d(x),
 * kernel: 1)</code>. Shapes: <code>[..., w, c]</code> to <code>[..., size, filters]</code>, with
 * the size of <code>conv1d</code>; <code>depthwise.W: [kernel, c, depth_multiplier]</code>,
 * <code>pointwise.W: [1, c * depth_multiplier, filters]</code>, <code>pointwise.b:
 * [filters]</code>. Source: keras.layers.SeparableConv1D.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "separable_conv1d",
    inputs = "x"
)
public @interface SeparableConv1d {
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
   * Argument {@code depthwise_init}.
   */
  String depthwiseInit() default "glorot_uniform";

  /**
   * Argument {@code pointwise_init}.
   */
  String pointwiseInit() default "glorot_uniform";

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "zeros";

  /**
   * Argument {@code depthwise_regularizer}.
   */
  String depthwiseRegularizer() default "no_penalty";

  /**
   * Argument {@code pointwise_regularizer}.
   */
  String pointwiseRegularizer() default "no_penalty";

  /**
   * Argument {@code bias_regularizer}.
   */
  String biasRegularizer() default "no_penalty";

  /**
   * Argument {@code depthwise_constraint}.
   */
  String depthwiseConstraint() default "linear";

  /**
   * Argument {@code pointwise_constraint}.
   */
  String pointwiseConstraint() default "linear";

  /**
   * Argument {@code bias_constraint}.
   */
  String biasConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
