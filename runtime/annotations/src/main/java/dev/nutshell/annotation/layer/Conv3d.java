// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Convolution of a volume <code>[depth, height, width, channels]</code>, as <code>conv</code> is of
 * an image. Shapes: <code>[..., d, h, w, c]</code> to <code>[..., planes, rows, columns,
 * filters]</code>, each as in <code>conv1d</code>; <code>W: [kernel[0], kernel[1], kernel[2], c /
 * groups, filters]</code>, <code>b: [filters]</code>. Source: keras.layers.Conv3D; torch.nn.Conv3d,
 * whose weights begin otherwise, as <code>conv1d</code>'s.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "conv3d",
    inputs = "x"
)
public @interface Conv3d {
  /**
   * Argument {@code filters}.
   */
  int filters();

  /**
   * Argument {@code kernel}.
   */
  int[] kernel();

  /**
   * Argument {@code stride}.
   */
  int[] stride() default 1;

  /**
   * Argument {@code padding}. One of VALID, SAME.
   */
  Padding padding() default Padding.VALID;

  /**
   * Argument {@code dilation}.
   */
  int[] dilation() default 1;

  /**
   * Argument {@code groups}.
   */
  int groups() default 1;

  /**
   * Argument {@code pad}.
   */
  int[] pad() default 0;

  /**
   * Argument {@code bias}.
   */
  boolean bias() default true;

  /**
   * Argument {@code kernel_init}.
   */
  String kernelInit() default "glorot_uniform";

  /**
   * Argument {@code bias_init}.
   */
  String biasInit() default "zeros";

  /**
   * Argument {@code kernel_regularizer}.
   */
  String kernelRegularizer() default "no_penalty";

  /**
   * Argument {@code bias_regularizer}.
   */
  String biasRegularizer() default "no_penalty";

  /**
   * Argument {@code kernel_constraint}.
   */
  String kernelConstraint() default "linear";

  /**
   * Argument {@code bias_constraint}.
   */
  String biasConstraint() default "linear";

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
