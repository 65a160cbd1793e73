// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The weighted harmonic mean of precision and recall, <code>(1 + beta²) * precision * recall /
 * (beta² * precision + recall)</code>. The other arguments are those of <code>f1_score</code>.
 * Shapes: <code>[..., n]</code> and <code>[..., n]</code> to <code>[n]</code>, of all samples, or
 * to <code>[]</code> with an average. Source: keras.metrics.FBetaScore.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "fbeta_score",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface FbetaScore {
  /**
   * Argument {@code average}. One of NONE, MICRO, MACRO, WEIGHTED.
   */
  AverageChoice average() default AverageChoice.NONE;

  /**
   * Argument {@code beta}.
   */
  double beta() default 1;

  /**
   * Argument {@code threshold}.
   */
  double threshold() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
