// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Continues <code>[width, channels]</code> by its outermost positions: <code>y[i] = x[clamp(i -
 * before, 0, width - 1)]</code>. Shapes: <code>[w, ...]</code> to <code>[before + w + after,
 * ...]</code>. Source: torch.nn.ReplicationPad1d; keras.ops.pad with <code>mode="edge"</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "edge_pad1d",
    inputs = "x"
)
public @interface EdgePad1d {
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
