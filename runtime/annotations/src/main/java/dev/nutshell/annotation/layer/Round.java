// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The nearest whole number, <code>⌊x + 1/2⌋</code>; halves go to the even one. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.ops.round; torch.round.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "round",
    inputs = "x"
)
public @interface Round {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
