// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step from near the arc tangent of <code>x</code> to nearer.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "atan_step",
    inputs = {
        "angle",
        "x"
    }
)
public @interface AtanStep {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
