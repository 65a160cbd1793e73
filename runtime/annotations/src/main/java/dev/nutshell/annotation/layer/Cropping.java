// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An image <code>[height, width, channels]</code> without <code>start</code> rows and columns at
 * the top and left and <code>end</code> at the bottom and right, <code>y[i, j] = x[i + start[0], j
 * + start[1]]</code>; each is one number or <code>(vertical, horizontal)</code>. Shapes: <code>[h,
 * w, c]</code> to <code>[h - start[0] - end[0], w - start[1] - end[1], c]</code>. Source:
 * keras.layers.Cropping2D.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cropping",
    inputs = "x"
)
public @interface Cropping {
  /**
   * Argument {@code start}.
   */
  int[] start() default 0;

  /**
   * Argument {@code end}. When left out: {@code start}.
   */
  int[] end() default {};

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
