// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Applies a layer to each time of <code>[time, …]</code>, always with the same parameters:
 * <code>y[i] = each(x[i])</code>. Most layers do that of themselves. Shapes: <code>[t, ...]</code>
 * to <code>[t, ...]</code>, the dimensions behind <code>t</code> as <code>each</code> gives them.
 * Source: keras.layers.TimeDistributed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "time_distributed",
    inputs = "x",
    value = "each"
)
public @interface TimeDistributed {
  /**
   * {@code each}.
   */
  String value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
