// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The index of a category among those of the training data: the code <code>c</code> has the index
 * <code>c + 1</code>, and 0 is the bucket for what is unknown: codes that occur fewer than
 * <code>min_count</code> times in the training data, and those below 0 or from <code>size</code>
 * on. There are <code>size + 1</code> indices, for <code>one_hot</code> or <code>embedding</code>.
 * Shapes: <code>[...]</code> to <code>[...]</code>, of indices. Source: keras.layers.IntegerLookup
 * with codes from 0 on.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "category",
    inputs = "code",
    value = "size"
)
public @interface Category {
  /**
   * {@code size}.
   */
  int value();

  /**
   * Argument {@code min_count}.
   */
  int minCount() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
