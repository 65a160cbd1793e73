// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gaussian error linear unit (Hendrycks and Gimpel, 2016): <code>x * Φ(x) = x * (1 + erf(x / √2)) /
 * 2</code>, or its approximation by tanh, <code>x * (1 + tanh(√(2 / π) * (x + 0.044715 * x³))) /
 * 2</code>. Shapes: <code>[...]</code> to <code>[...]</code>. Source: keras.activations.gelu;
 * torch.nn.GELU.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "gelu",
    inputs = "x",
    value = "approximate"
)
public @interface Gelu {
  /**
   * {@code approximate}.
   */
  boolean value() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
