// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Alpha dropout (Klambauer et al., 2017): in training, each number is set to the lowest value of
 * <code>selu</code>, <code>α = -1.7581</code>, with probability <code>rate</code>, and the result
 * is scaled and shifted so that mean and variance stay what they were: <code>a * y - a * rate *
 * α</code> with <code>a = 1 / sqrt((1 - rate) * (1 + rate * α²))</code>. A rate of 1 leaves no
 * variance to keep; Keras takes it and fails in training. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.layers.AlphaDropout; torch.nn.AlphaDropout, whose rate is 0.5
 * when left out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "alpha_dropout",
    inputs = "x",
    value = "rate"
)
public @interface AlphaDropout {
  /**
   * {@code rate}.
   */
  double value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
