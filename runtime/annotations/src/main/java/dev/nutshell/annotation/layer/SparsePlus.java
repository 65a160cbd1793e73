// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 0 up to -1, <code>(x + 1)² / 4</code>, <code>x</code> from 1. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.sparse_plus.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sparse_plus",
    inputs = "x"
)
public @interface SparsePlus {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
