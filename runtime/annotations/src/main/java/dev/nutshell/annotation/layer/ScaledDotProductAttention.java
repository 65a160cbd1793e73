// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scaled dot-product attention (Vaswani et al., 2017): <code>softmax(q kᵀ scale + bias) v</code>
 * for <code>[time, features]</code>. A key is left out where <code>mask</code> is false, and with
 * <code>causal</code> where it comes after the query. A <code>scale</code> of 0 stands for <code>1
 * / sqrt(features)</code>. <code>dropout</code> leaves out weights in training. Shapes: <code>[t,
 * d]</code>, <code>[s, d]</code> and <code>[s, e]</code> to <code>[t, e]</code>. Source:
 * torch.nn.functional.scaled_dot_product_attention; keras.ops.dot_product_attention.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "scaled_dot_product_attention",
    inputs = {
        "query",
        "key",
        "value",
        "mask",
        "bias"
    }
)
public @interface ScaledDotProductAttention {
  /**
   * Argument {@code causal}.
   */
  boolean causal() default false;

  /**
   * Argument {@code scale}.
   */
  double scale() default 0;

  /**
   * Argument {@code dropout}.
   */
  double dropout() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
