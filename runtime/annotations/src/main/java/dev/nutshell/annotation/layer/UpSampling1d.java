// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each position of <code>[width, channels]</code> <code>size</code> times: <code>y[i] = x[⌊i /
 * size⌋]</code>. Shapes: <code>[w, ...]</code> to <code>[w * size, ...]</code>. Source:
 * keras.layers.UpSampling1D; torch.nn.Upsample with sequences, whose size has no default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "up_sampling1d",
    inputs = "x",
    value = "size"
)
public @interface UpSampling1d {
  /**
   * {@code size}.
   */
  int value() default 2;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
