// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least whole number that is not below <code>x</code>, <code>⌈x⌉</code>. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.ops.ceil; torch.ceil.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "ceil",
    inputs = "x"
)
public @interface Ceil {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
