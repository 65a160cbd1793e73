// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>[width, channels]</code> without <code>start</code> positions at the beginning and
 * <code>end</code> at the end: <code>y[i] = x[i + start]</code>. Shapes: <code>[w, ...]</code> to
 * <code>[w - start - end, ...]</code>. Source: keras.layers.Cropping1D.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cropping1d",
    inputs = "x"
)
public @interface Cropping1d {
  /**
   * Argument {@code start}.
   */
  int start() default 1;

  /**
   * Argument {@code end}. When left out: {@code start}.
   */
  int end() default Integer.MIN_VALUE;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
