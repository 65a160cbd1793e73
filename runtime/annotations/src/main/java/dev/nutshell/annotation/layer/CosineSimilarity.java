// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>cosine_similarity</code> as a loss: minus the cosine of the angle between two
 * vectors along the last dimension, or another <code>axis</code>, <code>-a · b / (|a| |b|)</code>,
 * from -1 where their directions agree to 1. Shapes: <code>[..., n]</code> and <code>[...,
 * n]</code> to <code>[...]</code>. Source: keras.losses.CosineSimilarity.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cosine_similarity",
    inputs = {
        "prediction",
        "target"
    },
    value = "axis"
)
public @interface CosineSimilarity {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
