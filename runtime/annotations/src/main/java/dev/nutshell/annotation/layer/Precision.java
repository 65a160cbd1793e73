// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of what is predicted, how much is true: <code>true_positives / (true_positives +
 * false_positives)</code>; 0 where nothing is predicted. With several <code>thresholds</code>, one
 * number for each. With <code>top_k</code> only the largest scores of the last dimension count, and
 * all of them unless there are thresholds; with <code>class_id</code> only that place of the last
 * dimension. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of all samples,
 * or to <code>[t]</code> with <code>t</code> thresholds. Source: keras.metrics.Precision.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "precision",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Precision {
  /**
   * Argument {@code top_k}.
   */
  int topK() default 0;

  /**
   * Argument {@code class_id}.
   */
  int classId() default -1;

  /**
   * Argument {@code thresholds}. When left out: {@code if top_k > 0 { -1e10 } else { 0.5 }}.
   */
  int[] thresholds() default {};

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
