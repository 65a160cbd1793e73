package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
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
final class Padding extends ReductionRewriter {
  /** How much more memory a border may take. */
  private static final double LARGEST_GROWTH = 4;

  /** The multiplications for each element of the operand from which on a copy pays. */
  private static final double LEAST_WORK = 1.5;

  private final Map<Border, Node> padded = new HashMap<>();

  private Padding() {}

  static Graph pad(Graph graph) {
    return new Padding().rewrite(graph);
  }

  @Override
  protected Scalar replacement(Compute compute, Reduce reduce) {
    if (reduce.op() != ReduceOp.SUM || reduce.guards().isEmpty() || !reduce.type().isFloating()) {
      return reduce;
    }
    List<Scalar.Read> factors = new ArrayList<>();
    collectFactors(reduce.body(), factors);
    for (Scalar.Read factor : factors) {
      Border border = Border.of(factor);
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
    return conditions.containsAll(Scalars.conjuncts(reduce.guards()))
        && isInRange(reduce.body(), factor);
  }

  private static void collectConditions(Scalar.Read read, List<Scalar> conditions) {
    for (int k = 0; k < read.indices().size(); k++) {
      conditions.addAll(
          Scalars.inRange(read.indices().get(k), read.node().shape().get(k), Ranges.NONE));
    }
  }

  /** Whether all that is read, but for {@code except} itself, is in range without conditions. */
  static boolean isInRange(Scalar scalar, Scalar.Read except) {
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
    Node node = padded.computeIfAbsent(border, Border::copy);
    List<Scalar> indices = new ArrayList<>();
    for (int k = 0; k < read.indices().size(); k++) {
      indices.add(Scalars.add(read.indices().get(k), Scalars.integer(border.before().get(k))));
    }
    return Scalars.read(node, indices);
  }
}
