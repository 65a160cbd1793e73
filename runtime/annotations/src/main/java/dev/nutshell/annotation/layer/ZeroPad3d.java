// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Zeros, or another <code>value</code>, around a volume <code>[depth, height, width,
 * channels]</code>, as <code>zero_pad</code> around an image. Shapes: <code>[d, h, w, c]</code> to
 * <code>[pad[0] + d + after[0], pad[1] + h + after[1], pad[2] + w + after[2], c]</code>. Source:
 * keras.layers.ZeroPadding3D; torch.nn.ZeroPad3d and torch.nn.ConstantPad3d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "zero_pad3d",
    inputs = "x"
)
public @interface ZeroPad3d {
  /**
   * Argument {@code pad}.
   */
  int[] pad() default 1;

  /**
   * Argument {@code after}. When left out: {@code pad}.
   */
  int[] after() default {};

  /**
   * Argument {@code value}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
