// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sum of all numbers of the batch, or of a sample.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "over_all",
    inputs = "x",
    value = "per_sample"
)
public @interface OverAll {
  /**
   * {@code per_sample}.
   */
  boolean value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
