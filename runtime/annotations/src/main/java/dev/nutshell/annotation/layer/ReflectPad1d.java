// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Continues <code>[width, channels]</code> by its mirror image, <code>y[i] = x[|i - before|]</code>
 * at the beginning; the outermost positions are the mirrors and are not repeated. Shapes: <code>[w,
 * ...]</code> to <code>[before + w + after, ...]</code>. Source: torch.nn.ReflectionPad1d;
 * keras.ops.pad with <code>mode="reflect"</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "reflect_pad1d",
    inputs = "x"
)
public @interface ReflectPad1d {
  /**
   * Argument {@code before}.
   */
  int before() default 1;

  /**
   * Argument {@code after}. When left out: {@code before}.
   */
  int after() default Integer.MIN_VALUE;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
