// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>[time, features]</code> from the last time to the first: <code>y[i] = x[t - 1 - i]</code>.
 * Shapes: <code>[t, ...]</code> to <code>[t, ...]</code>. Source: keras.ops.flip; torch.flip.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "flip_time",
    inputs = "x"
)
public @interface FlipTime {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
