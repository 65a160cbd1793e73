// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dice loss (Milletari et al., 2016): <code>1 - 2 * Σ prediction * target / (Σ prediction +
 * target)</code>. As in Keras over the whole batch, or with <code>per_sample</code> for each
 * sample. Shapes: <code>[...]</code> and <code>[...]</code> to one value, of the batch or of a
 * sample. Source: keras.losses.Dice.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "dice",
    inputs = {
        "prediction",
        "target"
    },
    value = "per_sample"
)
public @interface Dice {
  /**
   * {@code per_sample}.
   */
  boolean value() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
