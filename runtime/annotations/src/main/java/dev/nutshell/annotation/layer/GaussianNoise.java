// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In training, adds normally distributed noise with mean 0 and standard deviation
 * <code>stddev</code>.
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
