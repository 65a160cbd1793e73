// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Intersection over union of predicted and true positions of all samples, <code>true positives /
 * (predicted + actual - true positives)</code>, the mean of the classes in
 * <code>target_class_ids</code> that occur. Positions with a class that is not one of
 * <code>num_classes</code>, or is <code>ignore_class</code> by the target, do not count. Shapes:
 * <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of all samples. Source:
 * keras.metrics.IoU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "iou",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Iou {
  /**
   * Argument {@code num_classes}.
   */
  int numClasses();

  /**
   * Argument {@code target_class_ids}.
   */
  int[] targetClassIds();

  /**
   * Argument {@code ignore_class}.
   */
  int ignoreClass() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
