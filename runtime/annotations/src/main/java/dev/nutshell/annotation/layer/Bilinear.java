// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bilinear layer: <code>y[u] = Σ x[i] W[u, i, j] other[j] + b[u]</code> over the last dimensions of
 * two tensors. For initializers, <code>W</code> has <code>m * n</code> inputs and
 * <code>units</code> outputs. Shapes: <code>[..., m]</code> and <code>[..., n]</code> to
 * <code>[..., units]</code>; <code>W: [units, m, n]</code>, <code>b: [units]</code>. Source:
 * torch.nn.Bilinear, whose weights and biases begin uniform within <code>1 / sqrt(m)</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "bilinear",
    inputs = {
        "x",
        "other"
    },
    value = "units"
)
public @interface Bilinear {
  /**
   * {@code units}.
   */
  int value();

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

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
