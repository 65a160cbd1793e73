// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Root mean square normalization (Zhang and Sennrich, 2019) of the last dimension, another
 * <code>axis</code> or several, as in <code>layer_norm</code>: <code>x / sqrt(mean(x²) + epsilon) *
 * gamma</code>. Shapes: <code>[..., n]</code> to <code>[..., n]</code>; <code>gamma: [n]</code>, or
 * as many dimensions as there are axes. Source: keras.layers.RMSNormalization; torch.nn.RMSNorm,
 * whose epsilon is the machine's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "rms_norm",
    inputs = "x"
)
public @interface RmsNorm {
  /**
   * Argument {@code epsilon}.
   */
  double epsilon() default 1e-6;

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
   * Argument {@code gamma_regularizer}.
   */
  String gammaRegularizer() default "no_penalty";

  /**
   * Argument {@code gamma_constraint}.
   */
  String gammaConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
