// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds sines and cosines (Vaswani et al., 2017) to the positions of <code>[time, features]</code>:
 * feature <code>2k</code> of position <code>i</code> gets <code>sin(i / max_wavelength^(2k /
 * features))</code>, feature <code>2k + 1</code> the cosine of the same. Shapes: <code>[..., t,
 * width]</code> to <code>[..., t, width]</code>. Source: keras_hub.layers.SinePositionEncoding.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sinusoidal_positions",
    inputs = "x",
    value = "max_wavelength"
)
public @interface SinusoidalPositions {
  /**
   * {@code max_wavelength}.
   */
  double value() default 10000;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
