// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Channels become places (Shi et al., 2016): <code>y[i * factor + p, j * factor + q, c] = x[i, j,
 * (c * factor + p) * factor + q]</code>. Shapes: <code>[h, w, c]</code> to <code>[h * factor, w *
 * factor, c / factor²]</code>. Source: torch.nn.PixelShuffle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "pixel_shuffle",
    inputs = "x",
    value = "factor"
)
public @interface PixelShuffle {
  /**
   * {@code factor}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
