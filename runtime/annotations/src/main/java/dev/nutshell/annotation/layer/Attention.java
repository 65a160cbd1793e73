// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multi-head attention (Vaswani et al., 2017) of <code>[time, features]</code>, <code>softmax(q kᵀ
 * / sqrt(key_dim)) v</code> of each head, side by side, times <code>out.W</code>: to itself, or to
 * <code>memory</code> (cross-attention), whose values may come from elsewhere than its keys. With
 * fewer <code>kv_heads</code> than <code>heads</code>, groups of heads share keys and values
 * (grouped-query attention, Ainslie et al., 2023; with one, multi-query attention). A head has keys
 * of <code>key_dim</code> and values of <code>value_dim</code> features. A position of the memory
 * is left out where <code>mask</code> is false, for one query where <code>attention_mask</code> is
 * false, and with <code>causal</code> where it comes after the query. With <code>rotary</code>,
 * queries and keys are turned by their positions (<code>rotary_embedding</code>).
 * <code>dropout</code> leaves out weights in training. Shapes: <code>[t, d]</code> to <code>[t,
 * d]</code>; <code>query.W: [d, heads * key_dim]</code>, <code>key.W: [e, kv_heads *
 * key_dim]</code>, <code>value.W: [f, kv_heads * value_dim]</code>, <code>out.W: [heads *
 * value_dim, d]</code>, and biases. Source: keras.layers.MultiHeadAttention, whose
 * <code>key_dim</code> has no default; keras.layers.GroupQueryAttention;
 * torch.nn.MultiheadAttention, which has the default of <code>key_dim</code> that stands here.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "attention",
    inputs = {
        "x",
        "memory",
        "values",
        "mask",
        "attention_mask"
    },
    value = "heads"
)
public @interface Attention {
  /**
   * {@code heads}.
   */
  int value();

  /**
   * Argument {@code causal}.
   */
  boolean causal() default false;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code kv_heads}. When left out: {@code heads}.
   */
  int kvHeads() default Integer.MIN_VALUE;

  /**
   * Argument {@code key_dim}. When left out: {@code floor_div(d, heads)}.
   */
  int keyDim() default Integer.MIN_VALUE;

  /**
   * Argument {@code value_dim}. When left out: {@code key_dim}.
   */
  int valueDim() default Integer.MIN_VALUE;

  /**
   * Argument {@code rotary}.
   */
  boolean rotary() default false;

  /**
   * Argument {@code dropout}.
   */
  double dropout() default 0;

  /**
   * Argument {@code return_attention_scores}.
   */
  boolean returnAttentionScores() default false;

  /**
   * Argument {@code kernel_init}.
   */
  String kernelInit() default "glorot_uniform";

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "zeros";

  /**
   * Argument {@code kernel_regularizer}.
   */
  String kernelRegularizer() default "no_penalty";

  /**
   * Argument {@code bias_regularizer}.
   */
  String biasRegularizer() default "no_penalty";

  /**
   * Argument {@code kernel_constraint}.
   */
  String kernelConstraint() default "linear";

  /**
   * Argument {@code bias_constraint}.
   */
  String biasConstraint() default "linear";

  /**
   * Argument {@code projection}.
   */
  String projection(
      ) default "dense(bias: bias, kernel_init: kernel_init, bias_init: bias_init, kernel_regularizer: kernel_regularizer, bias_regularizer: bias_regularizer, kernel_constraint: kernel_constraint, bias_constraint: bias_constraint)";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
