// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether fewer than <code>k</code> scores are above that of the true class: 1 where
 * <code>count(prediction &gt; prediction[target]) &lt; k</code>, else 0. Shapes: <code>[...,
 * n]</code> and <code>[...]</code> to <code>[...]</code>. Source:
 * keras.metrics.SparseTopKCategoricalAccuracy.
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
