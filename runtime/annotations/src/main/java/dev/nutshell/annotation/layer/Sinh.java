// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Hyperbolic sine, <code>(exp(x) - exp(-x)) / 2</code>, without losing what is near 0. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.ops.sinh; torch.sinh.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sinh",
    inputs = "x"
)
public @interface Sinh {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
