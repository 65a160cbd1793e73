// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean over all dimensions but the channels, the last, <code>y[k] = mean x[..., k]</code>:
 * <code>[width, channels]</code>, <code>[height, width, channels]</code> or <code>[depth, height,
 * width, channels]</code> becomes <code>[channels]</code>. What a <code>mask</code> leaves out has
 * no part in it; where it leaves out all, the mean is 0 (Keras' is no number). Shapes: <code>[...,
 * c]</code> to <code>[c]</code>. Source: keras.layers.GlobalAveragePooling1D, 2D and 3D.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "global_average_pool",
    inputs = {
        "x",
        "mask"
    }
)
public @interface GlobalAveragePool {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
