// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>one_hot_iou</code> of all classes. Shapes: <code>[..., n]</code> and <code>[..., n]</code>
 * to <code>[]</code>, of all samples. Source: keras.metrics.OneHotMeanIoU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "one_hot_mean_iou",
    inputs = {
        "prediction",
        "target"
    },
    value = "ignore_class"
)
public @interface OneHotMeanIou {
  /**
   * {@code ignore_class}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
