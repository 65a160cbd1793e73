// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logarithms of the probabilities of classes: of logits, or of probabilities that are divided
 * by their sum and kept within 1e-7 of 0 and 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "log_probabilities",
    inputs = "prediction",
    value = "from_logits"
)
public @interface LogProbabilities {
  /**
   * {@code from_logits}.
   */
  boolean value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
