// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrent layer forwards and one backwards. Their results stand side by side, <code>[…, 2 *
 * units]</code>, or are added, multiplied or averaged.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "bidirectional",
    inputs = {
        "x",
        "mask"
    }
)
public @interface Bidirectional {
  /**
   * Argument {@code recurrent}.
   */
  String recurrent();

  /**
   * Argument {@code units}.
   */
  int units();

  /**
   * Argument {@code return_sequences}.
   */
  boolean returnSequences() default false;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code merge}. One of CONCAT, SUM, MUL, AVE.
   */
  Merge merge() default Merge.CONCAT;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
