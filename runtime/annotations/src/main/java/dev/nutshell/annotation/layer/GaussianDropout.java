// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gaussian dropout (Srivastava et al., 2014): in training, <code>x * (1 + sqrt(rate / (1 - rate)) *
 * z)</code> with normally distributed <code>z</code> of mean 0 and variance 1. A rate of 1 has no
 * such deviation; Keras takes it and fails in training. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.layers.GaussianDropout.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "gaussian_dropout",
    inputs = "x",
    value = "rate"
)
public @interface GaussianDropout {
  /**
   * {@code rate}.
   */
  double value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
