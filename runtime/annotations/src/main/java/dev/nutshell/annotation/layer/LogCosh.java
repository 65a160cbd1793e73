// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>log(cosh(prediction - target))</code>: about a square near 0 and a distance far away; it
 * cannot overflow. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[...]</code>. Source:
 * keras.losses.LogCosh.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "log_cosh",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface LogCosh {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
