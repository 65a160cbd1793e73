// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binary cross-entropy in which what is right already counts less (Lin et al., 2017): <code>(1 -
 * p_t)^gamma * binary_crossentropy</code>, where <code>p_t</code> is the probability of the true
 * side. With <code>apply_class_balancing</code> the positive side counts <code>alpha</code> and the
 * negative one <code>1 - alpha</code>. Shapes: <code>[...]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.BinaryFocalCrossentropy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_focal_crossentropy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface BinaryFocalCrossentropy {
  /**
   * Argument {@code apply_class_balancing}.
   */
  boolean applyClassBalancing() default false;

  /**
   * Argument {@code alpha}.
   */
  double alpha() default 0.25;

  /**
   * Argument {@code gamma}.
   */
  double gamma() default 2;

  /**
   * Argument {@code from_logits}.
   */
  boolean fromLogits() default false;

  /**
   * Argument {@code label_smoothing}.
   */
  double labelSmoothing() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
