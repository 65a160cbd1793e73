// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether a probability is above <code>threshold</code> where the target is 1, and not where it is
 * 0: 1 where <code>(prediction &gt; threshold) == target</code>, else 0. For logits,
 * <code>threshold: 0</code>. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.metrics.BinaryAccuracy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_accuracy",
    inputs = {
        "prediction",
        "target"
    },
    value = "threshold"
)
public @interface BinaryAccuracy {
  /**
   * {@code threshold}.
   */
  double value() default 0.5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
