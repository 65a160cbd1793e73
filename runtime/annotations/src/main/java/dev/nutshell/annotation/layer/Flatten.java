// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * All numbers of a sample in one dimension: <code>reshape(x, -1)</code>. Shapes: <code>[...]</code>
 * to <code>[n]</code>, as many as there are. Source: keras.layers.Flatten; torch.nn.Flatten.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "flatten",
    inputs = "x"
)
public @interface Flatten {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
