// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The coefficient of determination of all samples: <code>1 - Σ (target - prediction)² / Σ (target -
 * mean)²</code> for each number of the last dimension, 0 where targets do not differ. They are
 * averaged, weighted by the deviation of their targets if so wished, or reported one by one. With
 * <code>num_regressors</code> the score is adjusted for as many independent variables, if there are
 * more numbers than these. Shapes: <code>[..., n]</code> and <code>[..., n]</code> to
 * <code>[]</code>, of all samples, or to <code>[n]</code> with <code>class_aggregation:
 * none</code>. Source: keras.metrics.R2Score.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "r2_score",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface R2Score {
  /**
   * Argument {@code class_aggregation}. One of NONE, UNIFORM_AVERAGE, VARIANCE_WEIGHTED_AVERAGE.
   */
  ClassAggregation classAggregation() default ClassAggregation.UNIFORM_AVERAGE;

  /**
   * Argument {@code num_regressors}.
   */
  int numRegressors() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
