// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x</code> where <code>|x| &gt; threshold</code>, else 0. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.hard_shrink; torch.nn.Hardshrink.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "hard_shrink",
    inputs = "x",
    value = "threshold"
)
public @interface HardShrink {
  /**
   * {@code threshold}.
   */
  double value() default 0.5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
