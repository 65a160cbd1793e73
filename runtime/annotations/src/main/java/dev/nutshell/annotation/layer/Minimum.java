// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The smallest of tensors, element by element, <code>min(a, b)</code>; of equal ones the first.
 * Shapes broadcast. Shapes: <code>[...]</code> each, to <code>[...]</code>. Source:
 * keras.layers.Minimum.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "minimum",
    inputs = "x",
    tuple = true
)
public @interface Minimum {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
