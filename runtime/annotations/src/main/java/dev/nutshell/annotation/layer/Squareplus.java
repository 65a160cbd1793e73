// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>(x + sqrt(x² + b)) / 2</code> (Barron, 2021), written so that nothing is lost where
 * <code>x</code> is negative. Shapes: <code>[...]</code> to <code>[...]</code>. Source:
 * keras.activations.squareplus.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "squareplus",
    inputs = "x",
    value = "b"
)
public @interface Squareplus {
  /**
   * {@code b}.
   */
  double value() default 4;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
