package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.ScatterSum;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Computes a node piece by piece along its last axis where it is put together of several (the gates
 * of a recurrent layer, what was concatenated): conditions on the axis are decided in each piece,
 * instead of at every element. A {@link ScatterSum} stays whole: it clears all of its memory first.
 */
final class IndexSetSplitting {
  private static final int MOST_PIECES = 8;

  private IndexSetSplitting() {}

  /** The pieces of a task, or the task alone. */
  static List<Evaluate> split(Evaluate task) {
    Compute node = task.node();
    Axis last = node.axes().isEmpty() ? null : node.axes().get(node.axes().size() - 1);
    if (last == null
        || !node.isBatched()
        || !(last.extent() instanceof Extent.Fixed fixed)
        || ScatterSum.of(node) != null) {
      return List.of(task);
    }
    SortedSet<Long> cuts = new TreeSet<>();
    collect(node.body(), last, fixed.size(), cuts);
    if (cuts.isEmpty() || cuts.size() >= MOST_PIECES) {
      return List.of(task);
    }
    cuts.add((long) fixed.size());
    List<Evaluate> pieces = new ArrayList<>();
    int begin = 0;
    for (long cut : cuts) {
      int end = (int) cut;
      if (end - begin < VectorCost.WIDEST) {
        return List.of(task);
      }
      pieces.add(piece(task, last, begin, end));
      begin = end;
    }
    return pieces;
  }

  /** The indices before which a comparison with what does not vary changes its value. */
  private static void collect(Scalar scalar, Axis axis, int size, SortedSet<Long> cuts) {
    if (scalar instanceof Scalar.Binary comparison
        && (comparison.op() == BinaryOp.LESS || comparison.op() == BinaryOp.LESS_EQUAL)
        && !comparison.left().type().isFloating()) {
      Affine difference = Affine.of(comparison.left()).plus(Affine.of(comparison.right()), -1);
      Scalar index = Scalars.index(axis);
      long step = difference.coefficient(index);
      if (Math.abs(step) == 1 && difference.without(index).isConstant()) {
        boolean includes = comparison.op() == BinaryOp.LESS_EQUAL;
        long zero = -step * difference.constant();
        long cut = includes == step > 0 ? zero + 1 : zero;
        if (cut > 0 && cut < size) {
          cuts.add(cut);
        }
      }
    }
    scalar.children().forEach(child -> collect(child, axis, size, cuts));
  }

  private static Evaluate piece(Evaluate task, Axis last, int begin, int end) {
    Compute node = task.node();
    Axis axis = new Axis(last.name(), Extent.of(end - begin));
    List<Axis> axes = new ArrayList<>(node.axes());
    axes.set(axes.size() - 1, axis);
    Scalar index = Scalars.add(Scalars.index(axis), Scalars.integer(begin));
    Scalar body = Scalars.substitute(node.body(), Map.of(last, index));
    Location all = task.target();
    int stride = all.strides().get(all.strides().size() - 1);
    Location target =
        new Location(
            all.slot(),
            all.batched(),
            all.strides(),
            Scalars.add(all.origin(), Scalars.integer((long) begin * stride)));
    return new Evaluate(new Compute(node.name(), axes, body, node.span()), target, task.steps());
  }
}
