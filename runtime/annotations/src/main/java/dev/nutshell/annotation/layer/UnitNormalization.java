// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Divides the last dimension, another <code>axis</code> or several, by its norm, <code>x /
 * max(norm, epsilon)</code>: the Euclidean one, or that of another <code>order</code>. Shapes:
 * <code>[..., n]</code> to <code>[..., n]</code>. Source: keras.layers.UnitNormalization;
 * torch.nn.functional.normalize.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "unit_normalization",
    inputs = "x"
)
public @interface UnitNormalization {
  /**
   * Argument {@code order}.
   */
  double order() default 2;

  /**
   * Argument {@code epsilon}.
   */
  double epsilon() default 1e-12;

  /**
   * Argument {@code axis}.
   */
  int[] axis() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
