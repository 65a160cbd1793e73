// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x</code> moved towards 0 by <code>threshold</code>, and 0 where that would cross it:
 * <code>sign(x) * max(|x| - threshold, 0)</code>. Shapes: <code>[...]</code> to <code>[...]</code>.
 * Source: keras.activations.soft_shrink; torch.nn.Softshrink.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "soft_shrink",
    inputs = "x",
    value = "threshold"
)
public @interface SoftShrink {
  /**
   * {@code threshold}.
   */
  double value() default 0.5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
