// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gated recurrent unit (Cho et al., 2014) over the first dimension of <code>[time,
 * features]</code>: with the gates <code>z = recurrent_activation(x Wz + h Uz)</code> and <code>r =
 * recurrent_activation(x Wr + h Ur)</code>, the candidate is <code>g = activation(x Wg + r * (h
 * Ug))</code> and the state <code>h = z * h + (1 - z) * g</code>; weights stand in the order z, r,
 * g. The reset gate is applied after the product, as in PyTorch and cuDNN, or before it without
 * <code>reset_after</code>: <code>g = activation(x Wg + (r * h) Ug)</code>. The bias has a row for
 * the input and, with <code>reset_after</code>, one for the state. All else is as in
 * <code>lstm</code>. Shapes: <code>[t, n]</code> to <code>[units]</code>, or <code>[t,
 * units]</code> with <code>return_sequences</code>; <code>W: [n, 3 * units]</code>, <code>U:
 * [units, 3 * units]</code>, <code>b: [2, 3 * units]</code>, or <code>[1, 3 * units]</code> without
 * <code>reset_after</code>. Source: keras.layers.GRU; torch.nn.GRU, whose weights stand in the
 * order r, z, g and begin uniform within <code>1 / sqrt(units)</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "gru",
    inputs = {
        "x",
        "h0",
        "mask"
    },
    value = "units"
)
public @interface Gru {
  /**
   * {@code units}.
   */
  int value();

  /**
   * Argument {@code activation}.
   */
  String activation() default "tanh";

  /**
   * Argument {@code recurrent_activation}.
   */
  String recurrentActivation() default "sigmoid";

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code return_sequences}.
   */
  boolean returnSequences() default false;

  /**
   * Argument {@code return_state}.
   */
  boolean returnState() default false;

  /**
   * Argument {@code reverse}.
   */
  boolean reverse() default false;

  /**
   * Argument {@code stateful}.
   */
  boolean stateful() default false;

  /**
   * Argument {@code reset_after}.
   */
  boolean resetAfter() default true;

  /**
   * Argument {@code dropout}.
   */
  double dropout() default 0;

  /**
   * Argument {@code recurrent_dropout}.
   */
  double recurrentDropout() default 0;

  /**
   * Argument {@code kernel_init}.
   */
  String kernelInit() default "glorot_uniform";

  /**
   * Argument {@code recurrent_init}.
   */
  String recurrentInit() default "orthogonal";

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "zeros";

  /**
   * Argument {@code kernel_regularizer}.
   */
  String kernelRegularizer() default "no_penalty";

  /**
   * Argument {@code recurrent_regularizer}.
   */
  String recurrentRegularizer() default "no_penalty";

  /**
   * Argument {@code bias_regularizer}.
   */
  String biasRegularizer() default "no_penalty";

  /**
   * Argument {@code kernel_constraint}.
   */
  String kernelConstraint() default "linear";

  /**
   * Argument {@code recurrent_constraint}.
   */
  String recurrentConstraint() default "linear";

  /**
   * Argument {@code bias_constraint}.
   */
  String biasConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
