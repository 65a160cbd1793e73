// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A volume <code>[depth, height, width, channels]</code> with each position <code>size</code> times
 * in each direction, as <code>up_sampling1d</code> does in one. Shapes: <code>[d, h, w, c]</code>
 * to <code>[d * size[0], h * size[1], w * size[2], c]</code>. Source: keras.layers.UpSampling3D;
 * torch.nn.Upsample with volumes, whose size has no default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "up_sampling3d",
    inputs = "x",
    value = "size"
)
public @interface UpSampling3d {
  /**
   * {@code size}.
   */
  int[] value() default 2;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
