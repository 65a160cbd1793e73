// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalization of groups of channels (Wu and He, 2018): the last dimension, or another
 * <code>axis</code>, is split into <code>groups</code>, and each sample's group, over all other
 * dimensions, gets mean 0 and variance 1: <code>(x - mean) / sqrt(variance + epsilon) * gamma +
 * beta</code>. Shapes: <code>[..., n]</code> to <code>[..., n]</code>; <code>gamma: [n]</code>,
 * <code>beta: [n]</code>. Source: keras.layers.GroupNormalization; torch.nn.GroupNorm, whose
 * epsilon is 1e-5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "group_norm",
    inputs = "x"
)
public @interface GroupNorm {
  /**
   * Argument {@code groups}.
   */
  int groups() default 32;

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
  int axis() default -1;

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
