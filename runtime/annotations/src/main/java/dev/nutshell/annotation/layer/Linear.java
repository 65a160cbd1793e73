// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The identity, <code>x</code>, Keras' <code>linear</code>. Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.linear; torch.nn.Identity.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "linear",
    inputs = "x"
)
public @interface Linear {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
