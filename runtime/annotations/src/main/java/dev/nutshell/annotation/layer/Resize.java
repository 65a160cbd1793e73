// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An image <code>[height, width, channels]</code> in another size, <code>(height, width)</code>.
 * Pixels are squares: the middle of pixel <code>i</code> of <code>n</code> lies at <code>(i + 0.5)
 * / n</code>, unless <code>align_corners</code> lays the middles of the outermost pixels onto each
 * other. <code>nearest</code> takes the pixel whose middle is nearest, of two the later one.
 * Without antialiasing, as in PyTorch. Shapes: <code>[h, w, c]</code> to <code>[size[0], size[1],
 * c]</code>. Source: keras.layers.Resizing and keras.ops.image.resize;
 * torch.nn.functional.interpolate, which is <code>nearest</code> unless told otherwise, calls our
 * <code>nearest</code> <code>nearest-exact</code>, and has -0.75 in its cubic.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "resize",
    inputs = "x",
    value = "size"
)
public @interface Resize {
  /**
   * {@code size}.
   */
  int[] value();

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
