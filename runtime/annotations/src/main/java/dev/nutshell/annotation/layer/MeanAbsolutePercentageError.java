// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mean absolute percentage error: <code>100 * |prediction - target| / |target|</code>, averaged;
 * the divisor is at least 1e-7. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.MeanAbsolutePercentageError.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "mean_absolute_percentage_error",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface MeanAbsolutePercentageError {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
