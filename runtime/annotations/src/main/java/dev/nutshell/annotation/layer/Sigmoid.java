// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Logistic function, <code>1 / (1 + exp(-x))</code>, by way of tanh, which cannot overflow. Shapes:
 * <code>[...]</code> to <code>[...]</code>. Source: keras.activations.sigmoid; torch.nn.Sigmoid.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "sigmoid",
    inputs = "x"
)
public @interface Sigmoid {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
