// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>max(1 - target * prediction, 0)</code> (Rosasco et al., 2004) with targets of -1 and 1; a
 * target of 0 counts as -1. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.Hinge.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "hinge",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Hinge {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
