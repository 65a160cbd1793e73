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
 * <code>[time, features]</code>; the gates stand in the order input, forget, cell, output, and the
 * forget gate's bias begins at 0 unless <code>unit_forget_bias</code>. Gives the last output, or
 * all outputs <code>[time, units]</code> with <code>return_sequences</code>; with
 * <code>return_state</code> the last output and cell besides. Where <code>mask</code> is false a
 * step leaves the state as it is. <code>reverse</code> begins at the end; the outputs still stand
 * at the times of their inputs.
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
   * Argument {@code kernel_init}.
   */
  String kernelInit() default "glorot_uniform";

  /**
   * Argument {@code recurrent_init}.
   */
  String recurrentInit() default "glorot_uniform";

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "zeros";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
