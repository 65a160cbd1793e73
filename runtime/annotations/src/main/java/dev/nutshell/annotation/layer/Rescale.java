// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x * scale + offset</code>. Shapes: <code>[...]</code> to <code>[...]</code>. Source:
 * keras.layers.Rescaling.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "rescale",
    inputs = "x",
    value = "scale"
)
public @interface Rescale {
  /**
   * {@code scale}.
   */
  double value();

  /**
   * Argument {@code offset}.
   */
  double offset() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
