// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>iou</code> of the classes 0 and 1, where scores of at least <code>threshold</code> are
 * class 1. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of all samples.
 * Source: keras.metrics.BinaryIoU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "binary_iou",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface BinaryIou {
  /**
   * Argument {@code target_class_ids}.
   */
  int[] targetClassIds() default {0, 1};

  /**
   * Argument {@code threshold}.
   */
  double threshold() default 0.5;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
