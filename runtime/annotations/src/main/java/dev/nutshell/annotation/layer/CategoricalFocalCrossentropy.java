// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Categorical cross-entropy in which what is right already counts less (Lin et al., 2017):
 * <code>-sum(alpha * (1 - p)^gamma * target * log(p))</code>. Shapes: <code>[..., n]</code> and
 * <code>[..., n]</code> to <code>[...]</code>. Source: keras.losses.CategoricalFocalCrossentropy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "categorical_focal_crossentropy",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface CategoricalFocalCrossentropy {
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
