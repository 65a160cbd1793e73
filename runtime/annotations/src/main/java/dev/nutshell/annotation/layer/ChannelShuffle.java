// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the channels from all of <code>groups</code> groups in turn (Zhang et al., 2018): <code>y[k
 * * groups + g] = x[g * channels / groups + k]</code>. Shapes: <code>[..., c]</code> to <code>[...,
 * c]</code>. Source: torch.nn.ChannelShuffle.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "channel_shuffle",
    inputs = "x",
    value = "groups"
)
public @interface ChannelShuffle {
  /**
   * {@code groups}.
   */
  int value();

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
