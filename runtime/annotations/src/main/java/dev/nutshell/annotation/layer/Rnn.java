// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Simple recurrent layer (Elman, 1990) over the first dimension of <code>[time, features]</code>:
 * <code>h = activation(x W + h U + b)</code>. Gives the last state, or all states <code>[time,
 * units]</code> with <code>return_sequences</code>; with <code>return_state</code> the last state
 * besides. Where <code>mask</code> is false a step leaves the state as it is. <code>reverse</code>
 * begins at the end; the states still stand at the times of their inputs. <code>stateful</code>
 * begins a call of a session with the state that the one before ended with, and a training step
 * with zeros; without it <code>h0</code> is where it begins. <code>dropout</code> leaves out
 * features of the input, <code>recurrent_dropout</code> of the state, the same at all times.
 * Shapes: <code>[t, n]</code> to <code>[units]</code>, or <code>[t, units]</code> with
 * <code>return_sequences</code>; <code>W: [n, units]</code>, <code>U: [units, units]</code>,
 * <code>b: [units]</code>. Source: keras.layers.SimpleRNN; torch.nn.RNN, whose weights and two
 * biases begin uniform within <code>1 / sqrt(units)</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "rnn",
    inputs = {
        "x",
        "h0",
        "mask"
    },
    value = "units"
)
public @interface Rnn {
  /**
   * {@code units}.
   */
  int value();

  /**
   * Argument {@code activation}.
   */
  String activation() default "tanh";

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
