// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An image <code>[height, width, channels]</code>, <code>size</code> times as high and wide;
 * <code>size</code> is one number or <code>(vertical, horizontal)</code>. Shapes: <code>[h, w,
 * c]</code> to <code>[h * size[0], w * size[1], c]</code>. Source: keras.layers.UpSampling2D;
 * torch.nn.Upsample, whose size has no default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "up_sampling",
    inputs = "x"
)
public @interface UpSampling {
  /**
   * Argument {@code size}.
   */
  int[] size() default 2;

  /**
   * Argument {@code interpolation}. One of NEAREST, BILINEAR, BICUBIC, LANCZOS3, LANCZOS5.
   */
  Interpolation interpolation() default Interpolation.NEAREST;

  /**
   * Argument {@code align_corners}.
   */
  boolean alignCorners() default false;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
