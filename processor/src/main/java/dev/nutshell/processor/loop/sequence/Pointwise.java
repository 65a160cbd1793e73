package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import java.util.Optional;
import java.util.function.Function;

/** Whether a result may be written over an operand while that is being read. */
public final class Pointwise {
  private final Function<Node, Optional<Location>> operand;
  private final Affine written;

  private Pointwise(Evaluate task, Function<Node, Optional<Location>> operand) {
    this.operand = operand;
    this.written = task.target().position(Scalars.indices(task.node().axes()));
  }

  /**
   * Whether a task reads an operand only at the position that it writes, and only to compute what
   * it writes there.
   *
   * @param operand where the operand is, for nodes that show it; its rows are as long as those of
   *     the target
   */
  public static boolean reads(Evaluate task, Function<Node, Optional<Location>> operand) {
    return ScatterSum.of(task.node()) == null
        && new Pointwise(task, operand).holds(task.node().body(), false);
  }

  private boolean holds(Scalar scalar, boolean inReduction) {
    if (scalar instanceof Scalar.Read read) {
      Optional<Location> location = operand.apply(read.node());
      if (location.isPresent()
          && (inReduction || !location.get().position(read.indices()).equals(written))) {
        return false;
      }
    }
    boolean inside = inReduction || scalar instanceof Scalar.Reduce;
    return scalar.children().stream().allMatch(child -> holds(child, inside));
  }
}
