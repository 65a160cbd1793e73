package dev.nutshell.annotation;

import dev.nutshell.inference.Element;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The method is a target, which training and evaluation take besides the inputs:
 * {@code @Target(classes = 10) Tensor digit();}. It has no parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Target {

  /** The shape of one sample; none for one number. */
  int[] value() default {};

  /** The type of an element. */
  Element element() default Element.REAL;

  /**
   * The type as a {@code .dl} file writes it, instead of shape and element: {@code "int[t <= 64]"}.
   */
  String type() default "";

  /**
   * The number of classes: the target is an int, the index of a class. Every loss or metric that
   * reads the target must read scores for as many classes along the last axis of its first value.
   */
  int classes() default 0;
}
