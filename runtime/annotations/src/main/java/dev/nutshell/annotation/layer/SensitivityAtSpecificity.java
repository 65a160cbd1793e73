// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest true positive rate of all thresholds whose true negative rate is at least
 * <code>specificity</code>, <code>max(tpr where tnr &gt;= specificity)</code>, 0 if there are none.
 * <code>class_id</code> chooses a place of the last dimension. Shapes: <code>[...]</code> and
 * <code>[...]</code> to <code>[]</code>, of all samples. Source:
 * keras.metrics.SensitivityAtSpecificity.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sensitivity_at_specificity",
    inputs = {
        "prediction",
        "target"
    },
    value = "specificity"
)
public @interface SensitivityAtSpecificity {
  /**
   * {@code specificity}.
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
