// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the logit has the sign of the true class, 0 or 1: 1 where <code>(logit &gt; 0) == (target
 * &gt; 0.5)</code>, else 0. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.metrics.BinaryAccuracy, whose threshold is a probability of
 * 0.5, here a logit of 0.
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
