package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.Task.Evaluate;
import java.util.Map;

/** Whether a result may be written over an operand while that is being read. */
final class Pointwise {
  private final Evaluate task;
  private final Slot operand;
  private final Map<Node, Location> locations;
  private final Affine written;

  private Pointwise(Evaluate task, Slot operand, Map<Node, Location> locations) {
    this.task = task;
    this.operand = operand;
    this.locations = locations;
    this.written = task.target().position(Scalars.indices(task.node().axes()));
  }

  /**
   * Whether a task reads an operand only at the position that it writes, and only to compute what it writes there. Both slots
   * have rows of the same length, or none.
   */
  static boolean reads(Evaluate task, Slot operand, Map<Node, Location> locations) {
    return ScatterSum.of(task.node()) == null
        && new Pointwise(task, operand, locations).holds(task.node().body(), false);
  }

  private boolean holds(Scalar scalar, boolean inReduction) {
    if (scalar instanceof Scalar.Read read) {
      Location location = locations.get(read.node());
      if (location.slot() == operand
          && (inReduction || !location.position(read.indices()).equals(written))) {
        return false;
      }
    }
    boolean inside = inReduction || scalar instanceof Scalar.Reduce;
    return scalar.children().stream().allMatch(child -> holds(child, inside));
  }
}
