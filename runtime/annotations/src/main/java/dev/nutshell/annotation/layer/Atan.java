// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Arc tangent: an approximation within 0.005, made exact by two steps of <code>a + (x cos a - sin
 * a) / (cos a + x sin a)</code>, each of which leaves about a third of the cube of the error; the
 * derivative is <code>1 / (1 + x²)</code>. Shapes: <code>[...]</code> to <code>[...]</code>.
 * Source: keras.ops.arctan; torch.atan.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "atan",
    inputs = "x"
)
public @interface Atan {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
