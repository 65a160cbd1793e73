package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum whose guards say to which element each point contributes ({@code out axis == an index taken
 * from data}). Instead of asking all points at every element, the points are visited once, each
 * adding to its element: the same additions in the same order for every element.
 *
 * @param indices of the element that a point adds to
 * @param axes of the points, then those of the node's axes that no guard determines
 * @param guards that are left
 * @param sum what a point adds
 */
public record ScatterSum(List<Scalar> indices, List<Axis> axes, List<Scalar> guards, Reduce sum) {

  /** The form of a node, or null where its guards determine no axis by data. */
  public static ScatterSum of(Compute node) {
    if (!(node.body() instanceof Reduce reduce)
        || reduce.op() != ReduceOp.SUM
        || (node.isBatched() && Levels.reducesBatch(node))) {
      return null;
    }
    Map<Axis, Scalar> determined = new HashMap<>();
    List<Scalar> guards = new ArrayList<>();
    for (Scalar guard : Scalars.conjuncts(reduce.guards())) {
      Axis axis = determine(guard, node.axes(), determined);
      if (axis == null) {
        guards.add(guard);
      } else {
        guards.addAll(Scalars.inRange(determined.get(axis), axis.extent(), Ranges.NONE));
      }
    }
    if (determined.isEmpty()) {
      return null;
    }
    List<Axis> axes = new ArrayList<>(reduce.axes());
    node.axes().stream()
        .filter(axis -> !axis.isBatch() && !determined.containsKey(axis))
        .forEach(axes::add);
    return new ScatterSum(
        Scalars.indices(node.axes()).stream()
            .map(index -> Scalars.substitute(index, determined))
            .toList(),
        axes,
        guards.stream().map(guard -> Scalars.substitute(guard, determined)).toList(),
        (Reduce) Scalars.substitute(reduce, determined));
  }

  /** The axis that a guard determines by data; its value is put into {@code determined}. */
  private static Axis determine(Scalar guard, List<Axis> axes, Map<Axis, Scalar> determined) {
    if (!(guard instanceof Scalar.Binary equality)
        || equality.op() != BinaryOp.EQUAL
        || equality.left().type() != ElementType.INT
        || Dependencies.reads(guard).isEmpty()) {
      return null;
    }
    Affine difference = Affine.of(equality.left()).plus(Affine.of(equality.right()), -1);
    for (Axis axis : axes) {
      Scalar index = Scalars.index(axis);
      long coefficient = difference.coefficient(index);
      Scalar rest = difference.without(index).toScalar();
      boolean known =
          axes.stream().noneMatch(other -> !other.isBatch() && Scalars.mentions(rest, other));
      if (Math.abs(coefficient) == 1 && known && !axis.isBatch() && !determined.containsKey(axis)) {
        determined.put(axis, coefficient > 0 ? Scalars.negate(rest) : rest);
        return axis;
      }
    }
    return null;
  }
}
