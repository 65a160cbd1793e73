// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The area under a curve of all samples, <code>Σ (x[k] - x[k + 1]) * (y[k] + y[k + 1]) / 2</code>
 * through points at <code>num_thresholds</code> thresholds evenly from 0 to 1, or at
 * <code>thresholds</code> between those, in any order. The curve is that of true positive rates
 * over false positive rates (<code>roc</code>), of precision over recall (<code>pr</code>,
 * interpolated after Davis and Goadrich, 2006), or of precision gain over recall gain
 * (<code>prgain</code>; Flach and Kull, 2015). With <code>multi_label</code> there is a curve for
 * each place of the last dimension, and their areas are averaged by <code>label_weights</code>;
 * without it these weigh the places of one curve. Shapes: <code>[...]</code> and <code>[...]</code>
 * to <code>[]</code>, of all samples. Source: keras.metrics.AUC.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "auc",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Auc {
  /**
   * Argument {@code num_thresholds}.
   */
  int numThresholds() default 200;

  /**
   * Argument {@code curve}. One of ROC, PR, PRGAIN.
   */
  Curve curve() default Curve.ROC;

  /**
   * Argument {@code summation_method}. One of INTERPOLATION, MINORING, MAJORING.
   */
  SummationMethod summationMethod() default SummationMethod.INTERPOLATION;

  /**
   * Argument {@code thresholds}.
   */
  int[] thresholds() default -1;

  /**
   * Argument {@code multi_label}.
   */
  boolean multiLabel() default false;

  /**
   * Argument {@code label_weights}.
   */
  int[] labelWeights() default -1;

  /**
   * Argument {@code from_logits}.
   */
  boolean fromLogits() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
