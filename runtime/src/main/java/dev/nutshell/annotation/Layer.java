package dev.nutshell.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Makes an annotation type stand for a layer or function: an annotation of that type on a method of a {@link Network} applies
 * it. The types of the library are in {@code dev.nutshell.annotation.layer}, a module apart; a project may write its own for its
 * own layers:
 *
 * <pre>{@code
 * @Layer(name = "gated", inputs = "x", value = "units")
 * @interface Gated {
 *   int value();
 *   boolean bias() default true;
 * }
 * }</pre>
 *
 * <p>Elements of the annotation are the arguments of the same name, {@code kernelInit} for {@code kernel_init}. Only those that
 * are written are passed on, so the defaults are those of the layer. Constants of enums stand for words, strings for
 * expressions ({@code "he_normal"}), and an element {@code label} names the layer in the paths of its parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.ANNOTATION_TYPE)
public @interface Layer {

  /** The name of the layer or function. */
  String name();

  /** The names of its inputs, in the order in which a method's parameters are passed. */
  String[] inputs() default {};

  /**
   * Whether the layer takes all parameters of a method together, as a tuple; then {@link #inputs}
   * names that tuple alone.
   */
  boolean tuple() default false;

  /**
   * The name of the argument that the element {@code value} stands for; {@code value} itself when
   * left out.
   */
  String value() default "";
}
