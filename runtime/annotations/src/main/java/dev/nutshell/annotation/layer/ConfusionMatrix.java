// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often each class of the target (the row) met each predicted class (the column) in all
 * samples: <code>Σ (target == i and argmax(prediction) == j)</code> at <code>[i, j]</code>. Shapes:
 * <code>[..., n]</code> and <code>[...]</code> to <code>[n, n]</code>, of all samples. Source:
 * sklearn.metrics.confusion_matrix.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "confusion_matrix",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface ConfusionMatrix {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
