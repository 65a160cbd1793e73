// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pearson's correlation of the numbers of the last dimension of a sample: with <code>p</code> and
 * <code>t</code>, the deviations from their means, <code>Σ p * t / sqrt(Σ p² * Σ t²)</code>.
 * Shapes: <code>[..., n]</code> and <code>[..., n]</code> to <code>[...]</code>. Source:
 * keras.metrics.PearsonCorrelation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "pearson_correlation",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface PearsonCorrelation {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
