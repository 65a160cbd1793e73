// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of the interval in which a number lies, <code>count(x &gt;= edges)</code>: <code>(0.0,
 * 1.0)</code> has the intervals below 0, from 0 to below 1, and from 1 on. What is missing lies in
 * interval 0. Shapes: <code>[...]</code> and <code>[k]</code> to <code>[...]</code>, of indices.
 * Source: keras.layers.Discretization with its bin_boundaries.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "discretize_at",
    inputs = {
        "x",
        "edges"
    }
)
public @interface DiscretizeAt {
  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
