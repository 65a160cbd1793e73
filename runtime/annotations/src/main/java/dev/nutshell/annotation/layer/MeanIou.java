// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Intersection over union of all classes, the mean of those that occur: <code>iou</code> with every
 * class asked for. Shapes: <code>[...]</code> and <code>[...]</code> to <code>[]</code>, of all
 * samples. Source: keras.metrics.MeanIoU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "mean_iou",
    inputs = {
        "prediction",
        "target"
    },
    value = "num_classes"
)
public @interface MeanIou {
  /**
   * {@code num_classes}.
   */
  int value();

  /**
   * Argument {@code ignore_class}.
   */
  int ignoreClass() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
