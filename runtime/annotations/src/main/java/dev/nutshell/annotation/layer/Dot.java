// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The products of two tensors, summed over one dimension of each, the last unless <code>axes</code>
 * says otherwise: <code>y[..., i, j] = Σ a[..., k] b[i, j, k]</code>, the dimensions of the first
 * before those of the second. <code>[n]</code> and <code>[n]</code> become <code>[1]</code>. With
 * <code>normalize</code> what is multiplied has the norm 1, and the products are cosines. Shapes:
 * <code>[..., n]</code> and <code>[b, n]</code> to <code>[..., b]</code>; the second has one to
 * three dimensions. Source: keras.layers.Dot, whose <code>axes</code> has no default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "dot",
    inputs = "x",
    tuple = true
)
public @interface Dot {
  /**
   * Argument {@code axes}.
   */
  int[] axes() default -1;

  /**
   * Argument {@code normalize}.
   */
  boolean normalize() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
