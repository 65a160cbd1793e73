// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Min-max scaling of the last dimension by the data: <code>(x - low) / (high - low)</code>, so that
 * the training data lie from 0 to 1. A feature that is the same in all of them becomes 0. With
 * <code>invert</code> the way back, <code>low + x * (high - low)</code>; a layer that is shared
 * does both. Shapes: <code>[..., n]</code> to <code>[..., n]</code>. Source:
 * sklearn.preprocessing.MinMaxScaler.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "normalize",
    inputs = "x",
    value = "invert"
)
public @interface Normalize {
  /**
   * {@code invert}.
   */
  boolean value() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
