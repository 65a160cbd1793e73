// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many scores of all samples are above the threshold where the target is not 0: <code>Σ
 * (prediction &gt; threshold and target != 0)</code>. With several <code>thresholds</code>, one
 * number for each. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of all
 * samples, or to <code>[t]</code> with <code>t</code> thresholds. Source:
 * keras.metrics.TruePositives.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "true_positives",
    inputs = {
        "prediction",
        "target"
    },
    value = "thresholds"
)
public @interface TruePositives {
  /**
   * {@code thresholds}. When left out: {@code 0.5}.
   */
  int[] value() default {};

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
