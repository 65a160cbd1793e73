// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The derivative of <code>sparse_plus</code>: 0 up to -1, <code>(x + 1) / 2</code>, 1 from 1.
 * Shapes: <code>[...]</code> to <code>[...]</code>. Source: keras.activations.sparse_sigmoid.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sparse_sigmoid",
    inputs = "x"
)
public @interface SparseSigmoid {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
