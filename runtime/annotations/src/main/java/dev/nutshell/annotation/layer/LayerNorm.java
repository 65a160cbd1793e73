// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalization (Ba et al., 2016) over the last dimension, another <code>axis</code> or
 * several: <code>(x - mean) / sqrt(variance + epsilon) * gamma + beta</code>. <code>axis: (0,
 * 1)</code> takes two dimensions as one; several are named in their order. Shapes: <code>[...,
 * n]</code> to <code>[..., n]</code>; <code>gamma</code> and <code>beta</code>: <code>[n]</code>,
 * or as many dimensions as there are axes. Source: keras.layers.LayerNormalization;
 * torch.nn.LayerNorm, whose epsilon is 1e-5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "layer_norm",
    inputs = "x"
)
public @interface LayerNorm {
  /**
   * Argument {@code epsilon}.
   */
  double epsilon() default 0.001;

  /**
   * Argument {@code center}.
   */
  boolean center() default true;

  /**
   * Argument {@code scale}.
   */
  boolean scale() default true;

  /**
   * Argument {@code axis}.
   */
  int[] axis() default -1;

  /**
   * Argument {@code gamma_init}.
   */
  String gammaInit() default "ones";

  /**
   * Argument {@code beta_init}.
   */
  String betaInit() default "zeros";

  /**
   * Argument {@code gamma_regularizer}.
   */
  String gammaRegularizer() default "no_penalty";

  /**
   * Argument {@code beta_regularizer}.
   */
  String betaRegularizer() default "no_penalty";

  /**
   * Argument {@code gamma_constraint}.
   */
  String gammaConstraint() default "linear";

  /**
   * Argument {@code beta_constraint}.
   */
  String betaConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
