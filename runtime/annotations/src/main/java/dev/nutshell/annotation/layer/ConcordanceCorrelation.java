// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Concordance correlation of the numbers of the last dimension of a sample (Lin, 1989): twice their
 * covariance, divided by the sum of both variances and the squared difference of the means, <code>2
 * * cov(p, t) / (var(p) + var(t) + (mean(p) - mean(t))² + 1e-7)</code>. Shapes: <code>[...,
 * n]</code> and <code>[..., n]</code> to <code>[...]</code>. Source:
 * keras.metrics.ConcordanceCorrelation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "concordance_correlation",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface ConcordanceCorrelation {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
