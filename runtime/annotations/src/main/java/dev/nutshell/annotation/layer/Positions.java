// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a trained vector to each position of <code>[time, features]</code>: <code>y[i, d] = x[i, d]
 * + W[i, d]</code>. Shapes: <code>[..., t, width]</code> to <code>[..., t, width]</code>; <code>W:
 * [t, width]</code>. Source: keras_hub.layers.PositionEmbedding, whose vectors begin
 * <code>glorot_uniform</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "positions",
    inputs = "x",
    value = "embeddings_init"
)
public @interface Positions {
  /**
   * {@code embeddings_init}.
   */
  String value() default "random_uniform";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
