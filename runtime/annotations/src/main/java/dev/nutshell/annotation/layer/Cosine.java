// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The cosine of the angle between two vectors, whose squared lengths are at least
 * <code>floor</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cosine",
    inputs = {
        "a",
        "b"
    },
    value = "floor"
)
public @interface Cosine {
  /**
   * {@code floor}.
   */
  double value() default 1e-24;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
