// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>sparse_top_k_categorical_accuracy</code>: whether fewer than <code>k</code> scores
 * are above that of the true class.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sparse_top_k_categorical_accuracy",
    inputs = {
        "prediction",
        "target"
    },
    value = "k"
)
public @interface SparseTopKCategoricalAccuracy {
  /**
   * {@code k}.
   */
  int value() default 5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
