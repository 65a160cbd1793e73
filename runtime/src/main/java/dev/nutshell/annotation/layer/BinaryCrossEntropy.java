// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binary cross-entropy of a logit and a target of 0 or 1: <code>max(x, 0) - x * target + log(1 +
 * exp(-abs(x)))</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_cross_entropy",
    inputs = {
        "logit",
        "target"
    }
)
public @interface BinaryCrossEntropy {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
