// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether fewer than <code>k</code> scores are above that of the class where the target is largest:
 * <code>sparse_top_k_categorical_accuracy</code> of <code>argmax(target)</code>. Shapes:
 * <code>[..., n]</code> and <code>[..., n]</code> to <code>[...]</code>. Source:
 * keras.metrics.TopKCategoricalAccuracy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "top_k_categorical_accuracy",
    inputs = {
        "prediction",
        "target"
    },
    value = "k"
)
public @interface TopKCategoricalAccuracy {
  /**
   * {@code k}.
   */
  int value() default 5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
