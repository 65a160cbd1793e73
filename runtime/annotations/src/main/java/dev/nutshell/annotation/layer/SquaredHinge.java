// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The square of <code>hinge</code>: <code>max(1 - target * prediction, 0)²</code>. Shapes:
 * <code>[...]</code> and <code>[...]</code> to <code>[...]</code>. Source:
 * keras.losses.SquaredHinge.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "squared_hinge",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface SquaredHinge {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
