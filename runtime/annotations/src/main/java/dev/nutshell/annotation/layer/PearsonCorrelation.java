// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>pearson_correlation</code> of the numbers of the last dimension of a sample: the
 * mean product of their deviations, divided by both standard deviations.
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
