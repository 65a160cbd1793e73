// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The index of a category among those of the training data, from 1 on, the most frequent first, and
 * 0 for what is unknown: <code>Σ select(code == known[k], k + 1, 0)</code>. A code is any int; that
 * of a text is its hash code, which Java defines for all times: <code>"NEAR BAY".hashCode()</code>.
 * Known are codes that occur <code>min_count</code> times or more, at most <code>size</code> of
 * them. These are the most frequent if there are at most <code>size + 64</code> different codes; of
 * more, a code is sure to be counted if it makes up more than one in <code>size + 64</code> of the
 * data. There are <code>size + 1</code> indices, for <code>one_hot</code> or
 * <code>embedding</code>. The state <code>known</code> has the upper and the lower half of each
 * code. Shapes: <code>[...]</code> to <code>[...]</code>, of indices. Source:
 * keras.layers.StringLookup; keras.layers.IntegerLookup.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "vocabulary",
    inputs = "code",
    value = "size"
)
public @interface Vocabulary {
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
