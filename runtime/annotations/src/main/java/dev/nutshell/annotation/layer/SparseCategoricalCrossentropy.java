// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>sparse_categorical_crossentropy</code>: <code>-log(prediction[target])</code> of
 * probabilities, or of logits, and the index of the true class. Probabilities are divided by their
 * sum and kept within 1e-7 of 0 and 1. Shapes: <code>[..., n]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.SparseCategoricalCrossentropy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sparse_categorical_crossentropy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface SparseCategoricalCrossentropy {
  /**
   * Argument {@code from_logits}.
   */
  boolean fromLogits() default false;

  /**
   * Argument {@code label_smoothing}.
   */
  double labelSmoothing() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
