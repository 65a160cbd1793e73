// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sums of the numbers up to each position along a dimension, the last unless <code>axis</code>
 * says otherwise: <code>y[i] = x[0] + … + x[i]</code>. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.ops.cumsum, which flattens when the axis is left out;
 * torch.cumsum.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "cumsum",
    inputs = "x",
    value = "axis"
)
public @interface Cumsum {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
