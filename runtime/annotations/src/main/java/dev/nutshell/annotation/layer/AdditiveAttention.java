// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Additive attention (Bahdanau et al., 2015) of <code>[time, features]</code>:
 * <code>softmax(scores) value</code> with the scores <code>Σ scale * tanh(query + key)</code> with
 * a trained <code>scale</code> for each feature. A key is left out where <code>mask</code> is
 * false, and with <code>causal</code> where it comes after the query. <code>dropout</code> leaves
 * out weights in training. Shapes: <code>[t, d]</code> and <code>[s, e]</code> to <code>[t,
 * e]</code>; <code>scale: [d]</code>. Source: keras.layers.AdditiveAttention.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "additive_attention",
    inputs = {
        "query",
        "value",
        "key",
        "mask"
    }
)
public @interface AdditiveAttention {
  /**
   * Argument {@code use_scale}.
   */
  boolean useScale() default true;

  /**
   * Argument {@code causal}.
   */
  boolean causal() default false;

  /**
   * Argument {@code dropout}.
   */
  double dropout() default 0;

  /**
   * Argument {@code return_attention_scores}.
   */
  boolean returnAttentionScores() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
