// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sum, mean or maximum of the vectors of some indices, <code>y[d] = Σ W[index[i], d]</code>:
 * <code>embedding</code> of <code>[count]</code> indices without the vectors between. Shapes:
 * <code>[count]</code> to <code>[width]</code>; <code>W: [vocabulary, width]</code>. Source:
 * torch.nn.EmbeddingBag, whose vectors begin normal.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "embedding_bag",
    inputs = "index"
)
public @interface EmbeddingBag {
  /**
   * Argument {@code vocabulary}.
   */
  int vocabulary();

  /**
   * Argument {@code width}.
   */
  int width();

  /**
   * Argument {@code mode}. One of SUM, MEAN, MAX.
   */
  Mode mode() default Mode.MEAN;

  /**
   * Argument {@code embeddings_init}.
   */
  String embeddingsInit() default "random_uniform";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
