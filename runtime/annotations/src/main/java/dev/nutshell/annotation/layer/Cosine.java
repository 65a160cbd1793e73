// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The cosine of the angle between two vectors, <code>a · b / (|a| |b|)</code>, where squared
 * lengths below <code>floor</code> count as <code>floor</code>: as a metric, Keras'
 * <code>CosineSimilarity</code>. <code>cosine_similarity</code> is the loss, with the other sign.
 * Shapes: <code>[..., n]</code> and <code>[..., n]</code> to <code>[...]</code>. Source:
 * keras.metrics.CosineSimilarity; torch.nn.CosineSimilarity.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cosine",
    inputs = {
        "a",
        "b"
    },
    value = "floor"
)
public @interface Cosine {
  /**
   * {@code floor}.
   */
  double value() default 1e-24;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
