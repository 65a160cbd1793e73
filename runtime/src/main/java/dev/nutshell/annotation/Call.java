package dev.nutshell.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Applies a layer or function that has no annotation of its own, such as one of the user's:
 * {@code @Call(value = "gated", args = "units: 64")}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Call {

  /** The name of the layer or function. */
  String value();

  /** The arguments after the inputs, as a {@code .dl} file writes them. */
  String args() default "";

  /** The name of the layer in the paths of its parameters; the name of the layer when left out. */
  String label() default "";
}
