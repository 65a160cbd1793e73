package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.pass.CostEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Neighbouring elements of a node along its last axis, computed together: their reductions run in
 * the same loops, each in an accumulator of its own, and share what does not depend on that axis.
 * The order of operations of each element stays the same.
 *
 * @param width how many elements
 * @param reductions of the node's body that depend on the axis, and so run for each element
 */
record RegisterTile(Compute node, int width, List<Reduce> reductions) {

  /** The tile for a node, or null where elements have no reductions that could run together. */
  static RegisterTile of(Compute node) {
    if (node.axes().isEmpty() || last(node).isBatch()) {
      return null;
    }
    List<Reduce> reductions = new ArrayList<>();
    collect(node.body(), last(node), reductions);
    reductions.removeIf(reduce -> Stripes.isCandidate(node, reduce));
    boolean guarded =
        reductions.stream()
            .flatMap(reduce -> reduce.guards().stream())
            .anyMatch(guard -> Scalars.mentions(guard, last(node)));
    int width = CostEstimate.tile(last(node).extent(), node.body());
    return reductions.isEmpty() || guarded || width == 1
        ? null
        : new RegisterTile(node, width, reductions);
  }

  private static void collect(Scalar scalar, Axis axis, List<Reduce> into) {
    if (scalar instanceof Reduce reduce) {
      if (Scalars.mentions(reduce, axis) && !into.contains(reduce)) {
        into.add(reduce);
      }
      return;
    }
    scalar.children().forEach(child -> collect(child, axis, into));
  }

  private static Axis last(Compute node) {
    return node.axes().get(node.axes().size() - 1);
  }

  /** Whether there is one tile, which needs no loop. */
  boolean coversAxis() {
    return last(node).extent().equals(dev.nutshell.processor.graph.Extent.of(width));
  }

  /** The expressions of {@code count} elements, from the axis' index on. */
  List<Scalar> bodies(int count) {
    List<Scalar> bodies = new ArrayList<>();
    for (int lane = 0; lane < count; lane++) {
      bodies.add(Scalars.substitute(node.body(), shift(lane)));
    }
    return bodies;
  }

  /** The reductions of {@code count} elements: a list for each reduction of the body. */
  List<List<Reduce>> reductions(int count) {
    List<List<Reduce>> all = new ArrayList<>();
    for (Reduce reduce : reductions) {
      List<Reduce> lanes = new ArrayList<>();
      for (int lane = 0; lane < count; lane++) {
        lanes.add((Reduce) Scalars.substitute(reduce, shift(lane)));
      }
      all.add(lanes);
    }
    return all;
  }

  /** The indices of an element of the tile. */
  List<Scalar> indices(int lane) {
    List<Scalar> indices = new ArrayList<>(Scalars.indices(node.axes()));
    indices.set(indices.size() - 1, shift(lane).get(last(node)));
    return indices;
  }

  private Map<Axis, Scalar> shift(int lane) {
    Scalar index = Scalars.index(last(node));
    return Map.of(last(node), Scalars.add(index, Scalars.integer(lane)));
  }
}
