// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>hinge_embedding_loss</code>: a distance where the target is 1, and
 * <code>max(margin - distance, 0)</code> where it is -1. Shapes: <code>[...]</code> and
 * <code>[...]</code> to <code>[...]</code>. Source: torch.nn.HingeEmbeddingLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "hinge_embedding_loss",
    inputs = {
        "distance",
        "target"
    },
    value = "margin"
)
public @interface HingeEmbeddingLoss {
  /**
   * {@code margin}.
   */
  double value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
