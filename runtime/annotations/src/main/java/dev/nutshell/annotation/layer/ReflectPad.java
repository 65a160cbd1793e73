// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Continues an image <code>[height, width, channels]</code> by its mirror images, as
 * <code>reflect_pad1d</code> does in each direction. Shapes: <code>[h, w, c]</code> to
 * <code>[pad[0] + h + after[0], pad[1] + w + after[1], c]</code>. Source: torch.nn.ReflectionPad2d;
 * keras.ops.pad with <code>mode="reflect"</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "reflect_pad",
    inputs = "x"
)
public @interface ReflectPad {
  /**
   * Argument {@code pad}.
   */
  int[] pad() default 1;

  /**
   * Argument {@code after}. When left out: {@code pad}.
   */
  int[] after() default {};

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
