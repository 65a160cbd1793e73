// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Zeros, or another <code>value</code>, around <code>[width, channels]</code>: <code>before</code>
 * positions before it and <code>after</code> behind it; <code>y[i + before] = x[i]</code>. Shapes:
 * <code>[w, ...]</code> to <code>[before + w + after, ...]</code>. Source:
 * keras.layers.ZeroPadding1D; torch.nn.ZeroPad1d and torch.nn.ConstantPad1d.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "zero_pad1d",
    inputs = "x"
)
public @interface ZeroPad1d {
  /**
   * Argument {@code before}.
   */
  int before() default 1;

  /**
   * Argument {@code after}. When left out: {@code before}.
   */
  int after() default Integer.MIN_VALUE;

  /**
   * Argument {@code value}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
