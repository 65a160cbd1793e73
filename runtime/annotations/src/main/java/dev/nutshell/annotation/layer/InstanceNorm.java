// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instance normalization (Ulyanov et al., 2016): each channel of each sample gets mean 0 and
 * variance 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "instance_norm",
    inputs = "x"
)
public @interface InstanceNorm {
  /**
   * Argument {@code epsilon}.
   */
  double epsilon() default 0.001;

  /**
   * Argument {@code center}.
   */
  boolean center() default true;

  /**
   * Argument {@code scale}.
   */
  boolean scale() default true;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
