// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the largest score stands where the largest number of the target stands: 1 where
 * <code>argmax(prediction) == argmax(target)</code>, else 0. Shapes: <code>[..., n]</code> and
 * <code>[..., n]</code> to <code>[...]</code>. Source: keras.metrics.CategoricalAccuracy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "categorical_accuracy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface CategoricalAccuracy {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
