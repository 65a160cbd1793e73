// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the largest score is the one of the true class: 1 where <code>argmax(prediction) ==
 * target</code>, else 0; another name of <code>accuracy</code>. Shapes: <code>[..., n]</code> and
 * <code>[...]</code> to <code>[...]</code>. Source: keras.metrics.SparseCategoricalAccuracy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sparse_categorical_accuracy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface SparseCategoricalAccuracy {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
