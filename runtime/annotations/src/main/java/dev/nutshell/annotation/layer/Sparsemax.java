// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The nearest point to <code>x</code> whose numbers are probabilities (Martins and Astudillo,
 * 2016), along a dimension, the last unless <code>axis</code> says otherwise: <code>max(x - t,
 * 0)</code> with the <code>t</code> that makes the sum 1. The work grows with the square of that
 * dimension. Shapes: <code>[..., n]</code> to <code>[..., n]</code>. Source:
 * keras.activations.sparsemax.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sparsemax",
    inputs = "x",
    value = "axis"
)
public @interface Sparsemax {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
