// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Spatial dropout (Tompson et al., 2015) of <code>[width, channels]</code>, <code>[height, width,
 * channels]</code> or <code>[depth, height, width, channels]</code>: in training, whole channels of
 * a sample are set to 0 with probability <code>rate</code>, and the others are divided by <code>1 -
 * rate</code>; with a rate of 1 nothing is left. Of a sequence <code>[time, features]</code> it
 * leaves out the same features at all times. Shapes: <code>[..., c]</code> to <code>[...,
 * c]</code>. Source: keras.layers.SpatialDropout1D, 2D and 3D; torch.nn.Dropout1d, 2d and 3d, whose
 * rate is 0.5 when left out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "spatial_dropout",
    inputs = "x",
    value = "rate"
)
public @interface SpatialDropout {
  /**
   * {@code rate}.
   */
  double value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
