// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values weighted by the softmax of their scores; those that cannot be seen have a score of
 * -1e9.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "attend",
    inputs = {
        "scores",
        "value",
        "mask"
    }
)
public @interface Attend {
  /**
   * Argument {@code causal}.
   */
  boolean causal() default false;

  /**
   * Argument {@code dropout}.
   */
  double dropout() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
