// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The root of the mean over all samples and positions, <code>sqrt(mean((prediction -
 * target)²))</code>. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of all
 * samples. Source: keras.metrics.RootMeanSquaredError.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "root_mean_squared_error",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface RootMeanSquaredError {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
