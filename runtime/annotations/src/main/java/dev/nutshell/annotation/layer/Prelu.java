// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x</code> where it is positive, else <code>alpha * x</code> with a trained
 * <code>alpha</code> (He et al., 2015): one for each number, one for each of the last dimension
 * (Keras' <code>shared_axes</code> of all others, PyTorch's <code>num_parameters</code> of the
 * channels), or a single one (PyTorch's default, which begins at 0.25). Shapes: <code>[...,
 * n]</code> to <code>[..., n]</code>; <code>alpha: [..., n]</code>, <code>[n]</code> or
 * <code>[1]</code>. Source: keras.layers.PReLU; torch.nn.PReLU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "prelu",
    inputs = "x"
)
public @interface Prelu {
  /**
   * Argument {@code shared_axes}. One of NONE, LEADING, ALL.
   */
  SharedAxes sharedAxes() default SharedAxes.NONE;

  /**
   * Argument {@code alpha_init}.
   */
  String alphaInit() default "zeros";

  /**
   * Argument {@code alpha_regularizer}.
   */
  String alphaRegularizer() default "no_penalty";

  /**
   * Argument {@code alpha_constraint}.
   */
  String alphaConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
