// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * PyTorch's <code>triplet_margin_loss</code> (Balntas et al., 2016), <code>max(|anchor - positive|
 * - |anchor - negative| + margin, 0)</code>: the anchor should be nearer to the positive than to
 * the negative by <code>margin</code>. With <code>swap</code>, the negative's distance is the
 * lesser of those from the anchor and from the positive. Shapes: <code>[..., n]</code> three times
 * to <code>[...]</code>. Source: torch.nn.TripletMarginLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "triplet_margin_loss",
    inputs = {
        "anchor",
        "positive",
        "negative"
    }
)
public @interface TripletMarginLoss {
  /**
   * Argument {@code margin}.
   */
  double margin() default 1;

  /**
   * Argument {@code p}.
   */
  double p() default 2;

  /**
   * Argument {@code eps}.
   */
  double eps() default 1e-6;

  /**
   * Argument {@code swap}.
   */
  boolean swap() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
