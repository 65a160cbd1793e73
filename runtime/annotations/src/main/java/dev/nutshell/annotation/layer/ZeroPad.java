// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Zeros, or another <code>value</code>, around an image <code>[height, width, channels]</code>:
 * <code>pad</code> rows and columns before it, and as many behind it unless <code>after</code> says
 * otherwise; <code>y[i + pad[0], j + pad[1]] = x[i, j]</code>. Each is one number or
 * <code>(vertical, horizontal)</code>. Shapes: <code>[h, w, c]</code> to <code>[pad[0] + h +
 * after[0], pad[1] + w + after[1], c]</code>. Source: keras.layers.ZeroPadding2D;
 * torch.nn.ZeroPad2d and torch.nn.ConstantPad2d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "zero_pad",
    inputs = "x"
)
public @interface ZeroPad {
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
