// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>iou</code> of the classes of the largest scores, with targets that are one number for each
 * class. Shapes: <code>[..., n]</code> and <code>[..., n]</code> to <code>[]</code>, of all
 * samples. Source: keras.metrics.OneHotIoU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "one_hot_iou",
    inputs = {
        "prediction",
        "target"
    },
    value = "target_class_ids"
)
public @interface OneHotIou {
  /**
   * {@code target_class_ids}.
   */
  int[] value();

  /**
   * Argument {@code ignore_class}.
   */
  int ignoreClass() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
