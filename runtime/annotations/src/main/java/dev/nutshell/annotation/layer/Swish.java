// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Another name of <code>silu</code> (Ramachandran et al., 2017), <code>x * sigmoid(x)</code>.
 * Shapes: <code>[...]</code> to <code>[...]</code>. Source: keras.activations.swish.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "swish",
    inputs = "x"
)
public @interface Swish {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
