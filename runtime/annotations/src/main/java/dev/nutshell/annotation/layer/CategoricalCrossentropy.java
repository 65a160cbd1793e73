// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>categorical_crossentropy</code>: <code>-sum(target * log(prediction))</code> of
 * probabilities, or of logits, and the probabilities of the classes, of which
 * <code>label_smoothing</code> is divided among all classes. Shapes: <code>[..., n]</code> and
 * <code>[..., n]</code> to <code>[...]</code>. Source: keras.losses.CategoricalCrossentropy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "categorical_crossentropy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface CategoricalCrossentropy {
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
