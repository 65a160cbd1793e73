// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrent layer forwards and one backwards: <code>merge(forward(x), backward(x))</code>. Their
 * results stand side by side, are added, multiplied or averaged, or are given both
 * (<code>none</code>). With <code>return_state</code> the states of the first and of the second
 * follow. <code>recurrent</code> takes the arguments that stand here, as <code>lstm</code> and
 * <code>conv_lstm(kernel: 3)</code> do. Shapes: <code>[t, n]</code> to <code>[2 * units]</code>, or
 * <code>[t, 2 * units]</code> with <code>return_sequences</code>; <code>[units]</code> and
 * <code>[t, units]</code> unless <code>merge</code> is <code>concat</code>. Source:
 * keras.layers.Bidirectional; torch.nn.LSTM with <code>bidirectional=True</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "bidirectional",
    inputs = {
        "x",
        "mask"
    }
)
public @interface Bidirectional {
  /**
   * Argument {@code recurrent}.
   */
  String recurrent();

  /**
   * Argument {@code units}.
   */
  int units();

  /**
   * Argument {@code return_sequences}.
   */
  boolean returnSequences() default false;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code merge}. One of CONCAT, SUM, MUL, AVE, NONE.
   */
  Merge merge() default Merge.CONCAT;

  /**
   * Argument {@code return_state}.
   */
  boolean returnState() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
