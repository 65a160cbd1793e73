// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mean absolute error: <code>|prediction - target|</code>, averaged. Shapes: <code>[...]</code> and
 * <code>[...]</code> to <code>[...]</code>. Source: keras.losses.MeanAbsoluteError;
 * torch.nn.L1Loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "mean_absolute_error",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface MeanAbsoluteError {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
