// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sigmoid of three lines, <code>max(0, min(x / 6 + 1/2, 1))</code>: 0 up to -3, 1 from 3. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.activations.hard_sigmoid;
 * torch.nn.Hardsigmoid.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "hard_sigmoid",
    inputs = "x"
)
public @interface HardSigmoid {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
