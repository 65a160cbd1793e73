// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>[a, b]</code> becomes <code>[b, a]</code>: <code>y[j, i] = x[i, j]</code>. Shapes:
 * <code>[a, b]</code> to <code>[b, a]</code>. Source: keras.ops.transpose; torch.t.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "transpose",
    inputs = "x"
)
public @interface Transpose {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
