// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gate of the feed-forward layers of transformers (Shazeer, 2020): <code>silu(gate) * x</code>.
 * Shapes: <code>[...]</code> and <code>[...]</code> to <code>[...]</code>. Source: the paper.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "swiglu",
    inputs = {
        "gate",
        "x"
    }
)
public @interface Swiglu {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
