// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 1 at each of several indices, 0 elsewhere: <code>min(Σ (index == k), 1)</code> at <code>k</code>;
 * with <code>counts</code>, how often each occurs, without the bound. Shapes: <code>[..., n]</code>
 * to <code>[..., classes]</code>. Source: keras.ops.multi_hot; keras.layers.CategoryEncoding with
 * multi_hot or count.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "multi_hot",
    inputs = "index",
    value = "classes"
)
public @interface MultiHot {
  /**
   * {@code classes}.
   */
  int value();

  /**
   * Argument {@code counts}.
   */
  boolean counts() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
