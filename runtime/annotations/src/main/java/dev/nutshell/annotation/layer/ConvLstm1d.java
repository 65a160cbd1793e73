// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Convolutional LSTM (Shi et al., 2015) over the first dimension of <code>[time, width,
 * channels]</code>: an <code>lstm</code> with convolutions in the place of products.
 * <code>kernel</code>, <code>stride</code>, <code>padding</code> and <code>dilation</code> are
 * those of the convolution of the input; that of the state keeps its size. <code>dropout</code>
 * leaves out numbers of the input, <code>recurrent_dropout</code> of the output, the same at all
 * times. All else is as in <code>lstm</code>. Shapes: <code>[t, w, c]</code> to <code>[size,
 * filters]</code>, or <code>[t, size, filters]</code> with <code>return_sequences</code>, with the
 * size of <code>conv1d</code>; <code>W: [kernel, c, 4 * filters]</code>, <code>U: [kernel, filters,
 * 4 * filters]</code>, <code>b: [4 * filters]</code>. Source: keras.layers.ConvLSTM1D.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv_lstm1d",
    inputs = {
        "x",
        "mask"
    }
)
public @interface ConvLstm1d {
  /**
   * Argument {@code filters}.
   */
  int filters();

  /**
   * Argument {@code kernel}.
   */
  int kernel();

  /**
   * Argument {@code stride}.
   */
  int stride() default 1;

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code dilation}.
   */
  int dilation() default 1;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code activation}.
   */
  String activation() default "tanh";

  /**
   * Argument {@code recurrent_activation}.
   */
  String recurrentActivation() default "sigmoid";

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
