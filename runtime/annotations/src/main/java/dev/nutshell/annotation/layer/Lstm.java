// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997) over the first dimension of
 * <code>[time, features]</code>: <code>c = f * c + i * activation(g)</code>, <code>h = o *
 * activation(c)</code> with <code>(i, f, g, o) = x W + h U + b</code>, the gates <code>i</code>,
 * <code>f</code> and <code>o</code> through <code>recurrent_activation</code>. Gives the last
 * output, or all outputs <code>[time, units]</code> with <code>return_sequences</code>; with
 * <code>return_state</code> the last output and cell besides. Where <code>mask</code> is false a
 * step leaves the state as it is. <code>reverse</code> begins at the end; the outputs still stand
 * at the times of their inputs. <code>stateful</code> begins a call of a session with the state
 * that the one before ended with, and a training step with zeros; without it <code>h0</code> and
 * <code>c0</code> are where it begins. <code>dropout</code> leaves out features of the input,
 * <code>recurrent_dropout</code> of the output, the same at all times. The biases of the gates
 * begin at 0, those of the forget gate at 1 with <code>unit_forget_bias</code> (Jozefowicz et al.,
 * 2015); all begin as <code>bias_init</code> says where it is given. Shapes: <code>[t, n]</code> to
 * <code>[units]</code>, or <code>[t, units]</code> with <code>return_sequences</code>; <code>W: [n,
 * 4 * units]</code>, <code>U: [units, 4 * units]</code>, <code>b: [4 * units]</code>. Source:
 * keras.layers.LSTM; torch.nn.LSTM, whose weights and two biases begin uniform within <code>1 /
 * sqrt(units)</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "lstm",
    inputs = {
        "x",
        "h0",
        "c0",
        "mask"
    },
    value = "units"
)
public @interface Lstm {
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
   * Argument {@code unit_forget_bias}.
   */
  boolean unitForgetBias() default true;

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "if unit_forget_bias { constant((0, 1, 0, 0)) } else { zeros }";

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
