// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Means of <code>[width, channels]</code> in <code>size</code> windows that cover it evenly: window
 * <code>i</code> reaches from <code>⌊i * width / size⌋</code> to <code>⌈(i + 1) * width /
 * size⌉</code>, so that neighbours may overlap. Shapes: <code>[w, ..., c]</code> to <code>[size,
 * ..., c]</code>. Source: keras.layers.AdaptiveAveragePooling1D; torch.nn.AdaptiveAvgPool1d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "adaptive_average_pool1d",
    inputs = "x",
    value = "size"
)
public @interface AdaptiveAveragePool1d {
  /**
   * {@code size}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
