// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mean squared logarithmic error: <code>(log(1 + prediction) - log(1 + target))²</code>, averaged;
 * numbers below 1e-7 count as that. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.MeanSquaredLogarithmicError.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "mean_squared_logarithmic_error",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface MeanSquaredLogarithmicError {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
