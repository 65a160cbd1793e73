// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The weight of each target's class, to stand after the <code>weight</code> of a loss: <code>w =
 * weights[target]</code>. Shapes: <code>[...]</code> and <code>[n]</code> to <code>[...]</code>.
 * Source: the <code>class_weight</code> of keras.Model.fit.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "class_weight",
    inputs = {
        "target",
        "weights"
    }
)
public @interface ClassWeight {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
