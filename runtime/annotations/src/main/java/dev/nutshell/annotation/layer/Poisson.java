// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Negative log-likelihood of counts, Keras' <code>poisson</code>: <code>prediction - target *
 * log(prediction + 1e-7)</code>. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.Poisson.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "poisson",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Poisson {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
