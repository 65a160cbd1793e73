// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * <code>[width, channels]</code> in another size, as <code>resize</code> does in each direction:
 * weighted means of the nearest positions, <code>y[i] = Σ weight(p - place(i)) x[p] / Σ weight(p -
 * place(i))</code>. <code>bicubic</code> is the convolution by Keys (1981) with -0.5, as in Keras;
 * <code>lanczos3</code> and <code>lanczos5</code> are windows of Lanczos (Duchon, 1979). Weights
 * beyond the ends are left out and the others scaled up for them. Shapes: <code>[w, ...]</code> to
 * <code>[size, ...]</code>. Source: torch.nn.functional.interpolate, with the differences of
 * <code>resize</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "resize1d",
    inputs = "x",
    value = "size"
)
public @interface Resize1d {
  /**
   * {@code size}.
   */
  int value();

  /**
   * Argument {@code interpolation}. One of NEAREST, BILINEAR, BICUBIC, LANCZOS3, LANCZOS5.
   */
  Interpolation interpolation() default Interpolation.BILINEAR;

  /**
   * Argument {@code align_corners}.
   */
  boolean alignCorners() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
