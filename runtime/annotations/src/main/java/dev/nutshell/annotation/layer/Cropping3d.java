// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A volume <code>[depth, height, width, channels]</code> without <code>start</code> positions at
 * the beginning of each direction and <code>end</code> at its end, <code>y[z, i, j] = x[z +
 * start[0], i + start[1], j + start[2]]</code>. Shapes: <code>[d, h, w, c]</code> to <code>[d -
 * start[0] - end[0], h - start[1] - end[1], w - start[2] - end[2], c]</code>. Source:
 * keras.layers.Cropping3D.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cropping3d",
    inputs = "x"
)
public @interface Cropping3d {
  /**
   * Argument {@code start}.
   */
  int[] start() default 1;

  /**
   * Argument {@code end}. When left out: {@code start}.
   */
  int[] end() default {};

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
