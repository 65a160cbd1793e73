// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tensors one after the other along a dimension, the last unless <code>axis</code> says otherwise:
 * <code>(a, b, c) |&gt; concatenate</code>. Their other dimensions agree. Shapes: <code>[...,
 * m]</code>, <code>[..., n]</code>, … to <code>[..., m + n + …]</code>. Source:
 * keras.layers.Concatenate; torch.cat, whose axis is 0 when left out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "concatenate",
    inputs = "x",
    tuple = true,
    value = "axis"
)
public @interface Concatenate {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
