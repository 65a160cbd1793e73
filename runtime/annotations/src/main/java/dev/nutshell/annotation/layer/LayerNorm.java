// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalization (Ba et al., 2016) over the last dimension, or another <code>axis</code>:
 * <code>(x - mean) / sqrt(variance + epsilon) * gamma + beta</code>. Shapes: <code>[..., n]</code>
 * to <code>[..., n]</code>; <code>gamma: [n]</code>, <code>beta: [n]</code>. Source:
 * keras.layers.LayerNormalization; torch.nn.LayerNorm, whose epsilon is 1e-5.
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
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
