// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>x</code> where it is positive, else <code>negative_slope * x</code> (Maas et al., 2013).
 * The slope is Keras' 0.2; PyTorch's is 0.01. Shapes: <code>[...]</code> to <code>[...]</code>.
 * Source: keras.activations.leaky_relu; torch.nn.LeakyReLU. The layer keras.layers.LeakyReLU has a
 * slope of 0.3.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "leaky_relu",
    inputs = "x",
    value = "negative_slope"
)
public @interface LeakyRelu {
  /**
   * {@code negative_slope}.
   */
  double value() default 0.2;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
