// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether a number is missing, that is not-a-number: <code>not x == x</code>. Shapes:
 * <code>[...]</code> to <code>[...]</code>, of truth values. Source: keras.ops.isnan; torch.isnan.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "is_missing",
    inputs = "x"
)
public @interface IsMissing {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
