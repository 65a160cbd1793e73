// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maxima of <code>[width, channels]</code> in <code>size</code> windows, those of
 * <code>adaptive_average_pool1d</code>. Shapes: <code>[w, ..., c]</code> to <code>[size, ...,
 * c]</code>. Source: keras.layers.AdaptiveMaxPooling1D; torch.nn.AdaptiveMaxPool1d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "adaptive_max_pool1d",
    inputs = "x",
    value = "size"
)
public @interface AdaptiveMaxPool1d {
  /**
   * {@code size}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
