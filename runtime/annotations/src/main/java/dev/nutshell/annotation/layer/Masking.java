// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a sequence <code>[time, features]</code> has a feature that is not <code>mask_value</code>,
 * <code>max |x[i, k] - mask_value| &gt; 0</code>: the <code>mask</code> of layers that read it.
 * Shapes: <code>[t, n]</code> to <code>[t]</code> of truth values. Source: keras.layers.Masking.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "masking",
    inputs = "x",
    value = "mask_value"
)
public @interface Masking {
  /**
   * {@code mask_value}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
