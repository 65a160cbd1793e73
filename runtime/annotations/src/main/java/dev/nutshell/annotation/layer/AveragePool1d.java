// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of each window of <code>[width, channels]</code>, as <code>average_pool</code> is of an
 * image. Shapes: <code>[w, ..., c]</code> to <code>[size, ..., c]</code>. Source:
 * keras.layers.AveragePooling1D, whose window is 2 when left out; torch.nn.AvgPool1d, where
 * <code>count_padding</code> is true unless given.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "average_pool1d",
    inputs = "x",
    value = "window"
)
public @interface AveragePool1d {
  /**
   * {@code window}.
   */
  int value();

  /**
   * Argument {@code stride}. When left out: {@code window}.
   */
  int stride() default Integer.MIN_VALUE;

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code pad}.
   */
  int pad() default 0;

  /**
   * Argument {@code count_padding}.
   */
  boolean countPadding() default false;

  /**
   * Argument {@code ceil}.
   */
  boolean ceil() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
