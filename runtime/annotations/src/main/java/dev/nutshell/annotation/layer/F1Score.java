// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The harmonic mean of precision and recall of each class, <code>2 * precision * recall /
 * (precision + recall)</code>, with targets of 0 and 1. The class of a sample is that of its
 * largest score, or every one above <code>threshold</code>. <code>average</code> says what is
 * reported: a number for each class, or one number, of all decisions together (<code>micro</code>),
 * as the mean of the classes (<code>macro</code>), or weighted by how often each is true
 * (<code>weighted</code>). Shapes: <code>[..., n]</code> and <code>[..., n]</code> to
 * <code>[n]</code>, of all samples, or to <code>[]</code> with an average. Source:
 * keras.metrics.F1Score.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "f1_score",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface F1Score {
  /**
   * Argument {@code average}. One of NONE, MICRO, MACRO, WEIGHTED.
   */
  AverageChoice average() default AverageChoice.NONE;

  /**
   * Argument {@code threshold}.
   */
  double threshold() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
