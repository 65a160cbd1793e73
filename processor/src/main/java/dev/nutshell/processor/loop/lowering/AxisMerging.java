package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.sequence.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring axes of an elementwise node that one loop can run over: wherever they are read, they
 * stand for consecutive elements of the same array.
 */
final class AxisMerging {
  private final Nest nest;
  private final Affine written;
  private final Compute node;

  AxisMerging(Compute node, Location target, Nest nest) {
    this.node = node;
    this.nest = nest;
    this.written = target.position(Scalars.indices(node.axes()));
  }

  private AxisMerging(Nest nest) {
    this.nest = nest;
    this.node = null;
    this.written = null;
  }

  /** How many of the last axes run as one loop; 1 where none can be merged. */
  int count() {
    List<Axis> axes = node.axes();
    int count = 1;
    while (count < axes.size()
        && isFixed(axes.get(axes.size() - count))
        && isFixed(axes.get(axes.size() - count - 1))
        && merges(axes.get(axes.size() - count - 1), axes.get(axes.size() - count))) {
      count++;
    }
    return count;
  }

  private static boolean isFixed(Axis axis) {
    return axis.extent() instanceof Extent.Fixed;
  }

  private boolean merges(Axis outer, Axis inner) {
    return isConsecutive(written, outer, inner) && merges(node.body(), outer, inner);
  }

  /** Whether two axes of an expression can be counted through by one loop. */
  static boolean merges(Nest nest, Scalar scalar, Axis outer, Axis inner) {
    return isFixed(outer) && isFixed(inner) && new AxisMerging(nest).merges(scalar, outer, inner);
  }

  private boolean merges(Scalar scalar, Axis outer, Axis inner) {
    if (scalar instanceof Scalar.Read read) {
      Affine position = nest.location(read.node()).position(read.indices());
      return isConsecutive(position, outer, inner) && mergesInside(position, outer, inner);
    }
    if (scalar instanceof Scalar.Random random) {
      Affine element = Affine.of(random.element());
      return isConsecutive(element, outer, inner)
          && mergesInside(element, outer, inner)
          && merges(random.row(), outer, inner);
    }
    if (scalar instanceof Scalar.Reduce || scalar instanceof Scalar.AxisIndex) {
      return !Scalars.mentions(scalar, outer) && !Scalars.mentions(scalar, inner);
    }
    return scalar.children().stream().allMatch(child -> merges(child, outer, inner));
  }

  /** Whether the terms of a position that are no axes allow it too. */
  private boolean mergesInside(Affine position, Axis outer, Axis inner) {
    List<Scalar> others = new ArrayList<>(position.terms().keySet());
    others.remove(Scalars.index(outer));
    others.remove(Scalars.index(inner));
    return others.stream().allMatch(each -> merges(each, outer, inner));
  }

  /** Whether in a position the steps of one axis follow all those of another. */
  static boolean isConsecutive(Affine position, Axis outer, Axis inner) {
    return position.coefficient(Scalars.index(outer))
        == position.coefficient(Scalars.index(inner)) * inner.extent().bound();
  }
}
