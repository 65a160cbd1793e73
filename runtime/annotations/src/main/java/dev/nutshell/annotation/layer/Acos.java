// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Arc cosine, of numbers from -1 to 1: <code>π / 2 - asin(x)</code>. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.ops.arccos; torch.acos.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "acos",
    inputs = "x"
)
public @interface Acos {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
