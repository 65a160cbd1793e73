// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A vector of trained numbers, added to <code>x</code> along its last dimension: <code>y[..., i] =
 * x[..., i] + b[i]</code>. Shapes: <code>[..., n]</code> to <code>[..., n]</code>; <code>b:
 * [n]</code>. Source: keras.ops.add with a trained vector; the <code>bias_axes</code> of
 * keras.layers.EinsumDense.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "bias_add",
    inputs = "x",
    value = "bias_init"
)
public @interface BiasAdd {
  /**
   * {@code bias_init}.
   */
  String value() default "zeros";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
