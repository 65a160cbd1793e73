// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In training, adds normally distributed noise: <code>x + stddev * z</code> with <code>z</code> of
 * mean 0 and variance 1. Shapes: <code>[...]</code> to <code>[...]</code>. Source:
 * keras.layers.GaussianNoise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "gaussian_noise",
    inputs = "x",
    value = "stddev"
)
public @interface GaussianNoise {
  /**
   * {@code stddev}.
   */
  double value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
