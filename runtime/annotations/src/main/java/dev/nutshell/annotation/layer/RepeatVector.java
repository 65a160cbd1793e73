// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same features <code>n</code> times: <code>y[i, j] = x[j]</code>. Shapes: <code>[k]</code> to
 * <code>[n, k]</code>. Source: keras.layers.RepeatVector.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "repeat_vector",
    inputs = "x",
    value = "n"
)
public @interface RepeatVector {
  /**
   * {@code n}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
