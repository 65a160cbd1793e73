// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A vector of <code>width</code> numbers for each index below <code>vocabulary</code>: <code>y[...,
 * d] = W[index[...], d]</code>. Shapes: <code>[...]</code> to <code>[..., width]</code>; <code>W:
 * [vocabulary, width]</code>. Source: keras.layers.Embedding; torch.nn.Embedding, whose vectors
 * begin normal.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "embedding",
    inputs = "index"
)
public @interface Embedding {
  /**
   * Argument {@code vocabulary}.
   */
  int vocabulary();

  /**
   * Argument {@code width}.
   */
  int width();

  /**
   * Argument {@code embeddings_init}.
   */
  String embeddingsInit() default "random_uniform";

  /**
   * Argument {@code embeddings_regularizer}.
   */
  String embeddingsRegularizer() default "no_penalty";

  /**
   * Argument {@code embeddings_constraint}.
   */
  String embeddingsConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
