package dev.nutshell.annotation;

import dev.nutshell.inference.Precision;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Makes classes of a network: for an interface {@code Digits}, the inference class {@code
 * DigitsNet} and, if the network has a loss, the training class {@code DigitsTraining}, both in the
 * package of the interface. The network is written in exactly one of three places:
 *
 * <ul>
 *   <li>a {@code .dl} file: {@code @Network("digits.dl")};
 *   <li>a text block: {@code @Network(text = """ … """)};
 *   <li>the methods of the interface, each a named value: {@code @Input}, {@code @Target}, layers
 *       of {@code dev.nutshell.annotation.layer}, {@code @Output}, {@code @Loss}, {@code @Metric}.
 * </ul>
 *
 * <p>If the network is a text, the inference class implements the interface, and the abstract
 * methods of the interface are a contract: each must be an entry point of the network, with its
 * inputs and outputs under their names, in their order and types, or the interface does not
 * compile.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface Network {

  /**
   * The path of the {@code .dl} file, relative to the folder of the interface's package; from the
   * root of the source folder if it begins with {@code /}.
   */
  String value() default "";

  /** The text of the network itself. */
  String text() default "";

  /** The name of the model in the text; the simple name of the interface when left out. */
  String model() default "";

  /**
   * Paths of {@code .dl} files whose layers {@link Call} may name; for a network of annotated
   * methods.
   */
  String[] imports() default {};

  /** The floating-point type of a network of annotated methods; a text says its own. */
  Precision precision() default Precision.FLOAT;
}
