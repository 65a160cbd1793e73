// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the logit has the sign of the true class, 0 or 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_accuracy",
    inputs = {
        "logit",
        "target"
    }
)
public @interface BinaryAccuracy {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
