// Generated from the library of layers; see LayerAnnotationsTest.
package dev.nutshell.annotation.layer;

import dev.nutshell.annotation.Layer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Connectionist temporal classification (Graves et al., 2006), <code>-log(p)</code> of the labels
 * <code>[s]</code> given logits <code>[t, n]</code>: the sum over all ways to spread the labels
 * over the times, with blanks between them and equal neighbours counted once. Shorter labels are
 * filled up with <code>blank</code>. Labels that do not fit into the times cost about 1e30. Shapes:
 * <code>[t, n]</code> and <code>[s]</code> to one value. Source: keras.losses.CTC;
 * torch.nn.CTCLoss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Layer(
    name = "ctc",
    inputs = {
        "logits",
        "labels"
    },
    value = "blank"
)
public @interface Ctc {
  /**
   * {@code blank}.
   */
  int value() default 0;

  /**
   * The layer's name in the paths of its parameters; its own when left out.
   */
  String label() default "";
}
