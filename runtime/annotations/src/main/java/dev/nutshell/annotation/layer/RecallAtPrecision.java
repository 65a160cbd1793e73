// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest recall of all thresholds whose precision is at least <code>precision</code>, 0 if
 * there are none: of the <code>precision</code> and <code>recall</code> at each threshold.
 * <code>class_id</code> chooses a place of the last dimension. Shapes: <code>[...]</code> and
 * <code>[...]</code> to <code>[]</code>, of all samples. Source: keras.metrics.RecallAtPrecision.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "recall_at_precision",
    inputs = {
        "prediction",
        "target"
    },
    value = "precision"
)
public @interface RecallAtPrecision {
  /**
   * {@code precision}.
   */
  double value();

  /**
   * Argument {@code num_thresholds}.
   */
  int numThresholds() default 200;

  /**
   * Argument {@code class_id}.
   */
  int classId() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
