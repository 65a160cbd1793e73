// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>a</code> and <code>b</code> one after the other along the last dimension: <code>y[i] =
 * a[i]</code>, and <code>b[i - m]</code> from <code>m</code> on. Shapes: <code>[..., m]</code> and
 * <code>[..., n]</code> to <code>[..., m + n]</code>. Source: keras.layers.Concatenate; torch.cat.
 * <code>concatenate</code> takes any number of tensors.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "concat",
    inputs = {
        "a",
        "b"
    }
)
public @interface Concat {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
