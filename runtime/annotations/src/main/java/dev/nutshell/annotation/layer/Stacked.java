// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Recurrent layers one upon the other, <code>h[l] = recurrent(dropout(h[l - 1]))</code>,
 * <code>layers</code> of them, with dropout of <code>dropout_rate</code> between them. Gives what
 * the last one gives. Shapes: <code>[t, n]</code> to <code>[units]</code>, or <code>[t,
 * units]</code> with <code>return_sequences</code>. Source: keras.layers.StackedRNNCells;
 * torch.nn.LSTM with <code>num_layers</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "stacked",
    inputs = {
        "x",
        "mask"
    }
)
public @interface Stacked {
  /**
   * Argument {@code recurrent}.
   */
  String recurrent();

  /**
   * Argument {@code units}.
   */
  int units();

  /**
   * Argument {@code layers}.
   */
  int layers();

  /**
   * Argument {@code return_sequences}.
   */
  boolean returnSequences() default false;

  /**
   * Argument {@code dropout_rate}.
   */
  double dropoutRate() default 0;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
