// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The steps of an LSTM whose input is convolved already; the gates stand in the order input,
 * forget, cell, output.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv_lstm_steps",
    inputs = {
        "gates",
        "begin",
        "mask"
    }
)
public @interface ConvLstmSteps {
  /**
   * Argument {@code state}.
   */
  String state();

  /**
   * Argument {@code return_sequences}.
   */
  boolean returnSequences();

  /**
   * Argument {@code reverse}.
   */
  boolean reverse();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
