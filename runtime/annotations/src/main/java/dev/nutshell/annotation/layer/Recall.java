// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of what is true, how much is predicted: <code>true_positives / (true_positives +
 * false_negatives)</code>; 0 where nothing is true. The arguments are those of
 * <code>precision</code>. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of
 * all samples, or to <code>[t]</code> with <code>t</code> thresholds. Source: keras.metrics.Recall.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "recall",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Recall {
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
