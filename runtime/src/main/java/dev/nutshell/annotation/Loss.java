package dev.nutshell.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The value of the method is a loss: training minimises the sum of all losses, each the weighted
 * mean of its values.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Loss {

  /** The name of the value that weighs each sample or position; none: all weigh 1. */
  String weight() default "";
}
