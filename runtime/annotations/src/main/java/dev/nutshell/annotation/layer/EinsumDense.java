// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The product with a trained tensor by an equation of letters, one for each dimension, without that
 * of the batch: <code>y = einsum(equation, x, W)</code>. <code>x |&gt;
 * einsum_dense("tc,chd-&gt;thd", (64, 8, 16))</code> gives each of 8 heads 16 features.
 * <code>kernel</code> is the shape of the trained tensor; for initializers, its dimensions that the
 * result has count outputs, the others inputs. <code>...</code> in the equation stands for any
 * dimensions. <code>bias_axes</code> are the letters of the result along which a bias differs;
 * without them there is none. Shapes: as the equation says; <code>W: kernel</code>; <code>b</code>:
 * the result from the first letter of <code>bias_axes</code> on, with 1 for the dimensions that are
 * none of them. Source: keras.layers.EinsumDense.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "einsum_dense",
    inputs = "x"
)
public @interface EinsumDense {
  /**
   * Argument {@code equation}.
   */
  String equation();

  /**
   * Argument {@code kernel}.
   */
  int[] kernel();

  /**
   * Argument {@code bias_axes}.
   */
  String biasAxes() default "";

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
