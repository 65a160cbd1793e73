// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The index of an int in a list, from 1 on, and 0 if it is not there, <code>Σ select(x ==
 * values[j], j + 1, 0)</code>: <code>zone |&gt; lookup((10115, 20095, 80331))</code>. Shapes:
 * <code>[...]</code> and <code>[k]</code> to <code>[...]</code>, of indices. Source:
 * keras.layers.IntegerLookup with its vocabulary.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "lookup",
    inputs = {
        "x",
        "values"
    }
)
public @interface Lookup {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
