// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>max(1 + the largest score of another class - the score of the true class, 0)</code> of
 * scores and the true class as a vector with a single 1. Shapes: <code>[..., n]</code> and
 * <code>[..., n]</code> to <code>[...]</code>. Source: keras.losses.CategoricalHinge.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "categorical_hinge",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface CategoricalHinge {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
