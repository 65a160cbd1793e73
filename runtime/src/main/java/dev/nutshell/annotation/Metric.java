package dev.nutshell.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The value of the method is a metric: reported as its weighted mean, or as what it is of all
 * samples, and without effect on training.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Metric {

  /** The name of the value that weighs each sample or position; none: all weigh 1. */
  String weight() default "";
}
