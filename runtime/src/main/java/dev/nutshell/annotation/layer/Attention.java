// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multi-head attention (Vaswani et al., 2017) of <code>[time, features]</code>: to itself, or to
 * <code>memory</code> (cross-attention), whose values may come from elsewhere than its keys. A
 * position of the memory is left out where <code>mask</code> is false, and with <code>causal</code>
 * where it comes after the query.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "attention",
    inputs = {
        "x",
        "memory",
        "values",
        "mask"
    },
    value = "heads"
)
public @interface Attention {
  /**
   * {@code heads}.
   */
  int value();

  /**
   * Argument {@code causal}.
   */
  boolean causal() default false;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
