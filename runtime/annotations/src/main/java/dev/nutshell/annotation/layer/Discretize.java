// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of the interval in which a number lies, from 0 to <code>bins - 1</code>: <code>count(x
 * &gt;= edges)</code>, where the edges between the intervals are the quantiles of each feature in
 * the training data, so that these spread evenly. A number at an edge belongs above it. What is
 * missing lies in interval 0. Shapes: <code>[..., n]</code> to <code>[..., n]</code>, of indices.
 * Source: keras.layers.Discretization.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "discretize",
    inputs = "x",
    value = "bins"
)
public @interface Discretize {
  /**
   * {@code bins}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
