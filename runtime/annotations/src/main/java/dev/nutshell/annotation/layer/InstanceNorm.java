// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instance normalization (Ulyanov et al., 2016): each channel of each sample gets mean 0 and
 * variance 1: <code>(x - mean) / sqrt(variance + epsilon) * gamma + beta</code>. Shapes:
 * <code>[..., n]</code> to <code>[..., n]</code>; <code>gamma: [n]</code>, <code>beta: [n]</code>.
 * Source: keras.layers.GroupNormalization with <code>groups=-1</code>; torch.nn.InstanceNorm1d, 2d
 * and 3d, with an epsilon of 1e-5 and without <code>gamma</code> and <code>beta</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "instance_norm",
    inputs = "x"
)
public @interface InstanceNorm {
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
