// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Continues a volume <code>[depth, height, width, channels]</code> by its outermost planes, as
 * <code>edge_pad1d</code> does in each direction. Shapes: <code>[d, h, w, c]</code> to
 * <code>[pad[0] + d + after[0], pad[1] + h + after[1], pad[2] + w + after[2], c]</code>. Source:
 * torch.nn.ReplicationPad3d; keras.ops.pad with <code>mode="edge"</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "edge_pad3d",
    inputs = "x"
)
public @interface EdgePad3d {
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
