// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest of tensors, element by element, <code>max(a, b)</code>; of equal ones the first.
 * Shapes broadcast. Shapes: <code>[...]</code> each, to <code>[...]</code>. Source:
 * keras.layers.Maximum.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "maximum",
    inputs = "x",
    tuple = true
)
public @interface Maximum {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
