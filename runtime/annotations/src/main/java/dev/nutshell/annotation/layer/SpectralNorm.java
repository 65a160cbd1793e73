// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Spectral normalization (Miyato et al., 2018) of a weight: <code>w / σ</code> with its largest
 * singular value <code>σ = uᵀ w v</code>, all dimensions but the last taken as one.
 * <code>power_iterations</code> steps of the power method find it; the vector that training ends
 * them with is kept as state, for the next steps to begin with. No gradient flows through that
 * vector. Keras does not divide in inference before the first training step. Shapes: <code>[...,
 * n]</code> to <code>[..., n]</code>; <code>u: [n]</code>. Source:
 * keras.layers.SpectralNormalization; torch.nn.utils.parametrizations.spectral_norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "spectral_norm",
    inputs = "w",
    value = "power_iterations"
)
public @interface SpectralNorm {
  /**
   * {@code power_iterations}.
   */
  int value() default 1;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
