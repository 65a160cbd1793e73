// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x / (1 + |x|)</code> (Turian et al., 2009). Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.softsign; torch.nn.Softsign.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "softsign",
    inputs = "x"
)
public @interface Softsign {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
