// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalization (Ioffe and Szegedy, 2015) of the last dimension, or of another
 * <code>axis</code>: <code>(x - mean) / sqrt(variance + epsilon) * gamma + beta</code>. Training
 * normalises by the statistics of the batch and lets the moving ones follow: <code>moving =
 * momentum * moving + (1 - momentum) * batch</code>; inference uses the moving ones. The moving
 * variance follows the biased variance, as in Keras, or the unbiased one, as in PyTorch. Shapes:
 * <code>[..., n]</code> to <code>[..., n]</code>; <code>gamma</code>, <code>beta</code>,
 * <code>moving_mean</code> and <code>moving_variance: [n]</code>. Source:
 * keras.layers.BatchNormalization; torch.nn.BatchNorm1d, 2d and 3d, with an epsilon of 1e-5, an
 * unbiased moving variance, and a momentum of 0.1 that is the share of the batch, here 0.9.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "batch_norm",
    inputs = "x"
)
public @interface BatchNorm {
  /**
   * Argument {@code momentum}.
   */
  double momentum() default 0.99;

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
   * Argument {@code unbiased}.
   */
  boolean unbiased() default false;

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
