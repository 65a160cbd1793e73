// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Convolution of <code>[width, channels]</code>: the cross-correlation that Keras and PyTorch
 * compute. With <code>same</code> padding the output has <code>ceil(width / stride)</code>
 * positions, as Keras pads.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv1d",
    inputs = "x"
)
public @interface Conv1d {
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
   * Argument {@code padding}. One of VALID, SAME, CAUSAL.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code dilation}.
   */
  int dilation() default 1;

  /**
   * Argument {@code groups}.
   */
  int groups() default 1;

  /**
   * Argument {@code pad}.
   */
  int pad() default 0;

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
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
