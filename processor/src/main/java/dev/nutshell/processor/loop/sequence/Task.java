package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import java.util.Map;

/** A piece of work of a graph in its order, before memory is planned. */
public sealed interface Task {

  /**
   * Computes a node.
   *
   * @param steps the loops around, by the axes of their scans
   */
  record Evaluate(Compute node, Location target, Map<Axis, LoopExpression.Local> steps)
      implements Task {}

  /** The steps of a scan. */
  record Repeat(Axis axis, boolean reverse, List<Task> body) implements Task {
    public Repeat {
      body = List.copyOf(body);
    }
  }

  /** Joins the parts that chunks of rows have left. */
  record Combine(Slot partial, Slot whole, int size, ReduceOp op) implements Task {}

  /** What becomes one {@link Program.Phase}. */
  record Stage(List<Task> serial, List<Task> parallel) {}
}
