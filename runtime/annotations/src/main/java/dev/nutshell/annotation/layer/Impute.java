// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a value in the place of what is missing, not-a-number: <code>select(is_missing(x), fill,
 * x)</code>, where <code>fill</code> is the mean or the median of each feature in the training data
 * that are there, or the constant <code>value</code>. No gradient flows to what is missing. Shapes:
 * <code>[..., n]</code> to <code>[..., n]</code>. Source: sklearn.impute.SimpleImputer.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "impute",
    inputs = "x"
)
public @interface Impute {
  /**
   * Argument {@code strategy}. One of MEAN, MEDIAN, CONSTANT.
   */
  Strategy strategy() default Strategy.MEAN;

  /**
   * Argument {@code value}.
   */
  double value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
