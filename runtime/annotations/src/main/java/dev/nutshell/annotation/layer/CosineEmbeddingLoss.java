// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>cosine_embedding_loss</code>: <code>1 - cosine</code> where the target is 1, and
 * <code>max(cosine - margin, 0)</code> where it is -1. Shapes: <code>[..., n]</code>, <code>[...,
 * n]</code> and <code>[...]</code> to <code>[...]</code>. Source: torch.nn.CosineEmbeddingLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cosine_embedding_loss",
    inputs = {
        "a",
        "b",
        "target"
    },
    value = "margin"
)
public @interface CosineEmbeddingLoss {
  /**
   * {@code margin}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
