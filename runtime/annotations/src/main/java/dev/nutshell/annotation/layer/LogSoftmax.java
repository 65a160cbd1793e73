// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logarithm of <code>softmax(x)</code>, computed without its small numbers. Shapes: <code>[...,
 * n]</code> to <code>[..., n]</code>. Source: keras.activations.log_softmax; torch.nn.LogSoftmax.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "log_softmax",
    inputs = "x",
    value = "axis"
)
public @interface LogSoftmax {
  /**
   * {@code axis}.
   */
  int value() default -1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
