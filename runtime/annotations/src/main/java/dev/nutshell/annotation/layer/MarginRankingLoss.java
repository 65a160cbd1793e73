// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>margin_ranking_loss</code>, <code>max(margin - target * (a - b), 0)</code>: with
 * a target of 1, <code>a</code> should be above <code>b</code> by <code>margin</code>; with -1,
 * below. Shapes: <code>[...]</code>, <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: torch.nn.MarginRankingLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "margin_ranking_loss",
    inputs = {
        "a",
        "b",
        "target"
    },
    value = "margin"
)
public @interface MarginRankingLoss {
  /**
   * {@code margin}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
