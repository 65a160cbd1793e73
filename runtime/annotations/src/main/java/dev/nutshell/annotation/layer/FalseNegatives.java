// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keras' <code>FalseNegatives</code>: how many scores of all samples are not above the threshold
 * where the target is not 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "false_negatives",
    inputs = {
        "prediction",
        "target"
    },
    value = "thresholds"
)
public @interface FalseNegatives {
  /**
   * {@code thresholds}. When left out: {@code 0.5}.
   */
  int[] value() default {};

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
