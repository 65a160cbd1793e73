// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x - tanh(x)</code>. Shapes: <code>[...]</code> to <code>[...]</code>. Source:
 * keras.activations.tanh_shrink; torch.nn.Tanhshrink.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "tanh_shrink",
    inputs = "x"
)
public @interface TanhShrink {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
