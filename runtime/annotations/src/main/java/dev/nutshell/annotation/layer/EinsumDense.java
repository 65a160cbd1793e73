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
 * result has count outputs, the others inputs. Without a bias; <code>bias_add</code> adds one.
 * Shapes: as the equation says; <code>W: kernel</code>. Source: keras.layers.EinsumDense.
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
   * Argument {@code kernel_init}.
   */
  String kernelInit() default "glorot_uniform";

  /**
   * Argument {@code kernel_regularizer}.
   */
  String kernelRegularizer() default "no_penalty";

  /**
   * Argument {@code kernel_constraint}.
   */
  String kernelConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
