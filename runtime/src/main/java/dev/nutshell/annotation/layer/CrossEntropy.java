// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Categorical cross-entropy of logits and the index of the true class, one for each position:
 * <code>log(sum(exp(logits))) - logits[target]</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cross_entropy",
    inputs = {
        "logits",
        "target"
    }
)
public @interface CrossEntropy {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
