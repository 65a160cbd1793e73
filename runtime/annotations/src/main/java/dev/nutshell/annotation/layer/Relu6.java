// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>min(max(x, 0), 6)</code> (Krizhevsky, 2010). Shapes: <code>[...]</code> to
 * <code>[...]</code>. Source: keras.activations.relu6; torch.nn.ReLU6.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "relu6",
    inputs = "x"
)
public @interface Relu6 {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
