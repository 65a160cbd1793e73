// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rotary positions (Su et al., 2021) of <code>[time, features]</code>: of each <code>size</code>
 * features, all of them unless given, pair <code>k</code> is turned by the angle <code>position /
 * base^(2k / size)</code>. A pair is two neighbours, or with <code>interleaved: false</code> one of
 * the first and one of the second half. The first position is <code>offset</code>. Shapes:
 * <code>[..., t, width]</code> to <code>[..., t, width]</code>. Source:
 * keras_hub.layers.RotaryEmbedding, which turns the pairs of <code>interleaved: false</code>.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "rotary_embedding",
    inputs = "x"
)
public @interface RotaryEmbedding {
  /**
   * Argument {@code size}. When left out: {@code width}.
   */
  int size() default Integer.MIN_VALUE;

  /**
   * Argument {@code base}.
   */
  double base() default 10000;

  /**
   * Argument {@code interleaved}.
   */
  boolean interleaved() default true;

  /**
   * Argument {@code offset}.
   */
  int offset() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
