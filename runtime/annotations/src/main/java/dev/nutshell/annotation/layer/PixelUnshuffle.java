// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts an image into blocks, <code>y[i, j, (c * factor + p) * factor + q] = x[i * factor + p, j *
 * factor + q, c]</code>, the channels of the image outermost, as PyTorch orders them. The inverse
 * of <code>pixel_shuffle</code>. Shapes: <code>[h, w, c]</code> to <code>[h / factor, w / factor, c
 * * factor²]</code>. Source: torch.nn.PixelUnshuffle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "pixel_unshuffle",
    inputs = "x",
    value = "factor"
)
public @interface PixelUnshuffle {
  /**
   * {@code factor}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
