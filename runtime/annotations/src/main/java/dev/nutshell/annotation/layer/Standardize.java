// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Standardization of the last dimension by the data: <code>(x - mean) / max(sqrt(variance),
 * epsilon)</code>, with the mean and the biased variance of each feature over the training data.
 * With <code>invert</code> the way back, <code>mean + x * max(sqrt(variance), epsilon)</code>; a
 * layer that is shared does both. Shapes: <code>[..., n]</code> to <code>[..., n]</code>. Source:
 * keras.layers.Normalization; sklearn.preprocessing.StandardScaler.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "standardize",
    inputs = "x"
)
public @interface Standardize {
  /**
   * Argument {@code invert}.
   */
  boolean invert() default false;

  /**
   * Argument {@code epsilon}.
   */
  double epsilon() default 1e-7;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
