// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maxima of an image <code>[height, width, channels]</code> in <code>size</code> windows, those of
 * <code>adaptive_average_pool1d</code> in each direction. Shapes: <code>[h, w, c]</code> to
 * <code>[size[0], size[1], c]</code>. Source: keras.layers.AdaptiveMaxPooling2D;
 * torch.nn.AdaptiveMaxPool2d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "adaptive_max_pool",
    inputs = "x",
    value = "size"
)
public @interface AdaptiveMaxPool {
  /**
   * {@code size}.
   */
  int[] value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
