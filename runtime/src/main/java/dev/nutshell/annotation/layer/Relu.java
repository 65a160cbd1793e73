// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rectified linear unit, <code>max(x, 0)</code> (Nair and Hinton, 2010). The derivative at 0 is 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "relu",
    inputs = "x"
)
public @interface Relu {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
