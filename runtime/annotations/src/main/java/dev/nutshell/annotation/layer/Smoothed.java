// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Targets of which a part is divided among all classes: <code>(1 - rate) * target + rate /
 * classes</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "smoothed",
    inputs = "target"
)
public @interface Smoothed {
  /**
   * Argument {@code rate}.
   */
  double rate();

  /**
   * Argument {@code classes}.
   */
  int classes();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
