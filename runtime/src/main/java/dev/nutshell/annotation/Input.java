package dev.nutshell.annotation;

import dev.nutshell.inference.Element;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The method is an input of the network: {@code @Input({28, 28, 1}) Tensor image();}. It has no
 * parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Input {

  /** The shape of one sample; none for one number. */
  int[] value() default {};

  /** The type of an element. */
  Element element() default Element.REAL;

  /**
   * The type as a {@code .dl} file writes it, instead of shape and element; for extents that are
   * given at run time: {@code "int[t <= 64]"}.
   */
  String type() default "";
}
