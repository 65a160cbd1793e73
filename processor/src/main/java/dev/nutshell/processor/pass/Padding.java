package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Interval;
import dev.nutshell.processor.graph.Node;
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
 * Gives the operands of convolutions a border of zeros, instead of asking at every point whether it
 * lies in the operand: then all elements are computed by the same loops. A product with such a zero
 * changes no sum, as long as the other factor is finite.
 */
final class Padding extends GraphRewriter {
  /** How much more memory a border may take. */
  private static final double LARGEST_GROWTH = 4;

  /** The multiplications for each element of the operand from which on a copy pays. */
  private static final double LEAST_WORK = 1.5;

  private final Map<Border, Node> padded = new HashMap<>();

  /** Zeros before and behind the elements of a node, axis by axis. */
  private record Border(Node node, List<Integer> before, List<Integer> behind) {}

  private Padding() {}

  static Graph pad(Graph graph) {
    return new Padding().rewrite(graph);
  }

  @Override
  protected Node rebuild(Node node) {
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)) {
      return rebuilt;
    }
    Scalar body =
        Scalars.rewrite(
            compute.body(),
            part -> part instanceof Reduce reduce ? withoutGuards(compute, reduce) : part);
    return body.equals(compute.body())
        ? compute
        : new Compute(compute.name(), compute.axes(), body, compute.span());
  }

  private Scalar withoutGuards(Compute compute, Reduce reduce) {
    if (reduce.op() != ReduceOp.SUM || reduce.guards().isEmpty() || !reduce.type().isFloating()) {
      return reduce;
    }
    List<Scalar.Read> factors = new ArrayList<>();
    collectFactors(reduce.body(), factors);
    for (Scalar.Read factor : factors) {
      Border border = border(factor);
      if (border != null && isGuardedFor(factor, reduce) && pays(compute, reduce, border)) {
        Scalar body =
            Scalars.rewrite(
                reduce.body(), part -> part.equals(factor) ? read(factor, border) : part);
        return Scalars.reduce(reduce.op(), reduce.axes(), List.of(), body);
      }
    }
    return reduce;
  }

  private static void collectFactors(Scalar scalar, List<Scalar.Read> factors) {
    if (scalar instanceof Scalar.Read read) {
      factors.add(read);
    } else if (scalar instanceof Scalar.Binary product && product.op() == BinaryOp.MULTIPLY) {
      collectFactors(product.left(), factors);
      collectFactors(product.right(), factors);
    }
  }

  /** Whether the guards say nothing but that a factor is in range, and all else is without them. */
  private static boolean isGuardedFor(Scalar.Read factor, Reduce reduce) {
    List<Scalar> conditions = new ArrayList<>();
    collectConditions(factor, conditions);
    for (Scalar guard : reduce.guards()) {
      for (Scalar part : conjuncts(guard)) {
        if (!conditions.contains(part)) {
          return false;
        }
      }
    }
    return isInRange(reduce.body(), factor);
  }

  private static List<Scalar> conjuncts(Scalar guard) {
    if (guard instanceof Scalar.Binary both && both.op() == BinaryOp.AND) {
      List<Scalar> parts = new ArrayList<>(conjuncts(both.left()));
      parts.addAll(conjuncts(both.right()));
      return parts;
    }
    return List.of(guard);
  }

  private static void collectConditions(Scalar.Read read, List<Scalar> conditions) {
    for (int k = 0; k < read.indices().size(); k++) {
      conditions.addAll(
          Scalars.inRange(read.indices().get(k), read.node().shape().get(k), Ranges.NONE));
    }
  }

  private static boolean isInRange(Scalar scalar, Scalar.Read except) {
    if (scalar.equals(except)) {
      return except.indices().stream().allMatch(index -> isInRange(index, except));
    }
    if (scalar instanceof Scalar.Read read) {
      List<Scalar> conditions = new ArrayList<>();
      collectConditions(read, conditions);
      if (!conditions.isEmpty()) {
        return false;
      }
    }
    return scalar.children().stream().allMatch(child -> isInRange(child, except));
  }

  /** The border that covers all that a read may ask for, or null. */
  private static Border border(Scalar.Read read) {
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    for (int k = 0; k < read.indices().size(); k++) {
      Extent extent = read.node().shape().get(k);
      if (!(extent instanceof Extent.Fixed fixed)) {
        before.add(0);
        behind.add(0);
        continue;
      }
      Interval range = Ranges.NONE.of(read.indices().get(k));
      if (range.low() < -fixed.size() || range.high() > 2L * fixed.size()) {
        return null;
      }
      before.add((int) Math.max(0, -range.low()));
      behind.add((int) Math.max(0, range.high() - fixed.size() + 1));
    }
    return new Border(read.node(), before, behind);
  }

  private static boolean pays(Compute compute, Reduce reduce, Border border) {
    double old = 1;
    double grown = 1;
    for (int k = 0; k < border.before().size(); k++) {
      if (border.node().shape().get(k) instanceof Extent.Fixed fixed) {
        old *= fixed.size();
        grown *= fixed.size() + border.before().get(k) + border.behind().get(k);
      }
    }
    double work = CostEstimate.points(compute.axes()) * CostEstimate.points(reduce.axes());
    return grown > old && grown <= LARGEST_GROWTH * old && work >= LEAST_WORK * grown;
  }

  private Scalar read(Scalar.Read read, Border border) {
    Node node = padded.computeIfAbsent(border, Padding::copy);
    List<Scalar> indices = new ArrayList<>();
    for (int k = 0; k < read.indices().size(); k++) {
      indices.add(Scalars.add(read.indices().get(k), Scalars.integer(border.before().get(k))));
    }
    return Scalars.read(node, indices);
  }

  private static Node copy(Border border) {
    Node node = border.node();
    List<Axis> axes = new ArrayList<>();
    List<Scalar> indices = new ArrayList<>();
    List<Scalar> conditions = new ArrayList<>();
    for (int k = 0; k < node.rank(); k++) {
      Extent extent = node.shape().get(k);
      int before = border.before().get(k);
      int added = before + border.behind().get(k);
      boolean batch = extent instanceof Extent.Batch;
      Axis axis =
          new Axis(batch ? "b" : "i" + k, added == 0 ? extent : Extent.of(extent.bound() + added));
      Scalar index = Scalars.subtract(Scalars.index(axis), Scalars.integer(before));
      axes.add(axis);
      indices.add(index);
      if (added > 0) {
        conditions.addAll(Scalars.inRange(index, extent, Ranges.NONE));
      }
    }
    Scalar body =
        Scalars.select(
            Scalars.all(conditions),
            Scalars.read(node, indices),
            Scalars.cast(node.type(), Scalars.real(0)));
    return new Compute(node.name() + ".padded", axes, body, node.span());
  }
}
