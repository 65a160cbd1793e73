package dev.nutshell.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Names the argument of the method's first layer that a parameter is passed as: {@code @Lstm(64)
 * Tensor state(Tensor words, @Argument("mask") Tensor present);}. Without it, parameters are passed
 * in the order of the layer's inputs.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.PARAMETER)
public @interface Argument {

  /** The name of an input of the layer. */
  String value();
}
