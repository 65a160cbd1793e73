// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout (Srivastava et al., 2014): in training, each number is set to 0 with probability
 * <code>rate</code>, and the others become <code>x / (1 - rate)</code>; with a rate of 1 nothing is
 * left. Shapes: <code>[...]</code> to <code>[...]</code>. Source: keras.layers.Dropout;
 * torch.nn.Dropout, whose rate is 0.5 when left out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "dropout",
    inputs = "x",
    value = "rate"
)
public @interface Dropout {
  /**
   * {@code rate}.
   */
  double value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
