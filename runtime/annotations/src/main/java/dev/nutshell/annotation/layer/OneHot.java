// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 1 at the index, 0 elsewhere, along a new last dimension: <code>index == k</code> at
 * <code>k</code>; all 0 if the index is none of <code>classes</code>. Shapes: <code>[...]</code> to
 * <code>[..., classes]</code>. Source: keras.ops.one_hot; torch.nn.functional.one_hot.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "one_hot",
    inputs = "index",
    value = "classes"
)
public @interface OneHot {
  /**
   * {@code classes}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
