// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tversky loss (Salehi et al., 2017): <code>1 - both / (both + alpha * missed + beta *
 * wrong)</code> of the sums of what prediction and target have in common, of what is missed and of
 * what is predicted wrongly: so Keras computes it, though its documentation says the reverse. As in
 * Keras over the whole batch, or with <code>per_sample</code> for each sample. Shapes:
 * <code>[...]</code> and <code>[...]</code> to one value, of the batch or of a sample. Source:
 * keras.losses.Tversky.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "tversky",
    inputs = {
        "prediction",
        "target"
    }
)
public @interface Tversky {
  /**
   * Argument {@code alpha}.
   */
  double alpha() default 0.5;

  /**
   * Argument {@code beta}.
   */
  double beta() default 0.5;

  /**
   * Argument {@code per_sample}.
   */
  boolean perSample() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
