// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kullback–Leibler divergence of probabilities, Keras' <code>kl_divergence</code>: <code>sum(target
 * * log(target / prediction))</code>, both kept within 1e-7 and 1. Shapes: <code>[..., n]</code>
 * and <code>[..., n]</code> to <code>[...]</code>. Source: keras.losses.KLDivergence.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "kl_divergence",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface KlDivergence {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
