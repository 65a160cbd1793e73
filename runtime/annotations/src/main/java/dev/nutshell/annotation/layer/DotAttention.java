// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dot-product attention (Luong et al., 2015) of <code>[time, features]</code>:
 * <code>softmax(scores) value</code> with the scores <code>query · key</code>, without a scale
 * unless <code>use_scale</code> trains one; with <code>score_mode: concat</code> scores <code>Σ
 * tanh(scale * (query + key))</code> times a trained weight. A key is left out where
 * <code>mask</code> is false, and with <code>causal</code> where it comes after the query.
 * <code>dropout</code> leaves out weights in training. Shapes: <code>[t, d]</code> and <code>[s,
 * e]</code> to <code>[t, e]</code>. Source: keras.layers.Attention.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "dot_attention",
    inputs = {
        "query",
        "value",
        "key",
        "mask"
    }
)
public @interface DotAttention {
  /**
   * Argument {@code use_scale}.
   */
  boolean useScale() default false;

  /**
   * Argument {@code score_mode}. One of DOT, CONCAT.
   */
  ScoreMode scoreMode() default ScoreMode.DOT;

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
