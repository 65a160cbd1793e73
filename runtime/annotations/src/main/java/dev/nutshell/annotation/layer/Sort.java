// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers along a dimension, the last unless <code>axis</code> says otherwise, in ascending or
 * <code>descending</code> order, <code>y[i] &lt;= y[i + 1]</code> or the reverse; of equal ones the
 * first comes first. Shapes: <code>[..., n]</code> to <code>[..., n]</code>. Source:
 * keras.ops.sort; torch.sort.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sort",
    inputs = "x"
)
public @interface Sort {
  /**
   * Argument {@code descending}.
   */
  boolean descending() default false;

  /**
   * Argument {@code axis}.
   */
  int axis() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
