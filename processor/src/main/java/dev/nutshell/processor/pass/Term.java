package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of the gradient of a node, from one read of it: at each point of {@code axes} where all
 * guards hold, {@code adjoint} is added to the gradient at {@code indices}.
 *
 * @param guards asked in order
 */
record Term(
    Node target, List<Scalar> indices, List<Axis> axes, List<Scalar> guards, Scalar adjoint) {

  Term {
    indices = List.copyOf(indices);
    axes = batchFirst(axes);
    guards = List.copyOf(guards);
  }

  /** A term that adds to each element of a node. */
  static Term ofAll(Node target, List<Axis> axes, Scalar adjoint) {
    return new Term(target, Scalars.indices(axes), axes, List.of(), adjoint);
  }

  /** New axes for the elements of a node. */
  static List<Axis> axesOf(Node node) {
    if (node instanceof Compute compute) {
      return compute.axes().stream().map(Axis::copy).toList();
    }
    List<Axis> axes = new ArrayList<>();
    for (Extent extent : node.shape()) {
      axes.add(new Axis(extent instanceof Extent.Batch ? "b" : "i" + axes.size(), extent));
    }
    return axes;
  }

  /** The same axes with the batch at the front. */
  static List<Axis> batchFirst(List<Axis> axes) {
    List<Axis> ordered = new ArrayList<>();
    axes.stream().filter(Axis::isBatch).forEach(ordered::add);
    axes.stream().filter(axis -> !axis.isBatch()).forEach(ordered::add);
    return List.copyOf(ordered);
  }

  /** The same term with other expressions. */
  Term map(UnaryOperator<Scalar> rewriting) {
    return new Term(
        target,
        indices.stream().map(rewriting).toList(),
        axes,
        guards.stream().map(rewriting).toList(),
        rewriting.apply(adjoint));
  }

  /** The same term at all points of one more axis. */
  Term over(Axis axis) {
    List<Axis> more = new ArrayList<>(List.of(axis));
    more.addAll(axes);
    return new Term(target, indices, more, guards, adjoint);
  }

  /**
   * What the term adds to the element of the target at {@code position}: a sum over the points that
   * read it.
   */
  Scalar at(List<Axis> position) {
    IndexInversion.Points points =
        IndexInversion.solve(indices, Scalars.indices(position), axes, guards);
    Scalar zero = new Scalar.Constant(adjoint.type(), 0);
    if (points.guards().equals(List.of(Scalars.FALSE))) {
      return zero;
    }
    Scalar added = Scalars.substitute(adjoint, points.solution());
    SummationOrder order = SummationOrder.of(points.free(), added);
    Scalar value = Scalars.substitute(added, order.places());
    List<Scalar> conditions =
        points.guards().stream().map(guard -> Scalars.substitute(guard, order.places())).toList();
    return order.axes().isEmpty()
        ? Scalars.select(Scalars.all(conditions), value, zero)
        : Scalars.reduce(Scalar.ReduceOp.SUM, order.axes(), conditions, value);
  }
}
