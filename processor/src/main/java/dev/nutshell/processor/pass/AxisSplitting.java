package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Splits axes that are taken apart by division (the features of attention into heads) into two: one
 * of the quotients and one of the remainders, along which everything is regular.
 */
final class AxisSplitting extends GraphRewriter {
  private AxisSplitting() {}

  static Graph split(Graph graph) {
    return new AxisSplitting().rewrite(graph);
  }

  @Override
  protected Node rebuild(Node node) {
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)) {
      return rebuilt;
    }
    for (Axis axis : compute.axes()) {
      int divisor = divisor(compute.body(), axis);
      if (divisor > 1) {
        return split(compute, axis, divisor);
      }
    }
    return compute;
  }

  /** What an axis alone is divided by, if that divides its extent; 0 otherwise. */
  private static int divisor(Scalar scalar, Axis axis) {
    if (scalar instanceof Scalar.Binary division
        && (division.op() == BinaryOp.FLOOR_DIVIDE || division.op() == BinaryOp.REMAINDER)
        && division.left().equals(Scalars.index(axis))
        && division.right() instanceof Scalar.Constant divisor
        && axis.extent() instanceof Extent.Fixed fixed
        && divisor.value() > 1
        && divisor.value() < fixed.size()
        && fixed.size() % (int) divisor.value() == 0) {
      return (int) divisor.value();
    }
    for (Scalar child : scalar.children()) {
      int divisor = divisor(child, axis);
      if (divisor > 0) {
        return divisor;
      }
    }
    return 0;
  }

  /** The same values, computed along quotients and remainders of an axis. */
  static Node split(Compute compute, Axis axis, int divisor) {
    Axis quotient = new Axis(axis.name(), Extent.of(axis.extent().bound() / divisor));
    Axis remainder = new Axis(axis.name(), Extent.of(divisor));
    List<Axis> axes = new ArrayList<>(compute.axes());
    int place = axes.indexOf(axis);
    axes.set(place, quotient);
    axes.add(place + 1, remainder);
    Scalar index =
        Scalars.add(
            Scalars.multiply(Scalars.index(quotient), Scalars.integer(divisor)),
            Scalars.index(remainder));
    Scalar body = Scalars.substitute(compute.body(), Map.of(axis, index));
    Compute apart = new Compute(compute.name(), axes, body, compute.span());
    return new Reshape(compute.name(), apart, compute.shape(), compute.span());
  }
}
