// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Between cross-entropy (<code>q</code> near 0) and mean absolute error (<code>q</code> of 1), for
 * wrong labels (Zhang and Sabuncu, 2018): <code>(1 - p^q) / q</code>, where <code>p</code> is the
 * probability of the true class. Shapes: <code>[..., n]</code> and <code>[...]</code> to
 * <code>[...]</code>. Source: keras.losses.CategoricalGeneralizedCrossEntropy.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "categorical_generalized_cross_entropy",
    inputs = {
        "prediction",
        "target"
    },
    value = "q"
)
public @interface CategoricalGeneralizedCrossEntropy {
  /**
   * {@code q}.
   */
  double value() default 0.5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
