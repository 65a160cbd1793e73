package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Goes over nodes in reverse order and turns the adjoint of each into terms of the adjoints of what
 * it reads.
 */
final class Backpropagation {
  private final Activity activity;
  private final ScanAdjoint scanAdjoint;

  Backpropagation(Activity activity, ScanStacks stacks) {
    this.activity = activity;
    this.scanAdjoint = new ScanAdjoint(this, activity, stacks);
  }

  /**
   * Gives every node of {@code order} on to what it reads.
   *
   * @param order nodes that live in the scope, each after what it reads
   */
  void run(List<Node> order, AdjointScope scope) {
    Map<Scan, List<ScanOutput>> outputs = new HashMap<>();
    for (Node node : order) {
      if (node instanceof ScanOutput output) {
        outputs.computeIfAbsent(output.scan(), key -> new ArrayList<>()).add(output);
      }
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      Node node = order.get(i);
      if (node instanceof ScanOutput output) {
        List<ScanOutput> all = outputs.get(output.scan());
        if (all.get(0) == output) {
          scanAdjoint.differentiate(output.scan(), all, scope);
        }
      } else if (activity.isActive(node)) {
        scope.adjoint(node).ifPresent(adjoint -> node(node, adjoint, scope));
      }
    }
  }

  private void node(Node node, Node adjoint, AdjointScope scope) {
    if (node instanceof Compute compute) {
      compute(compute, adjoint, scope);
    } else if (node instanceof Reshape reshape) {
      reshape(reshape, adjoint, scope);
    }
  }

  private static void reshape(Reshape reshape, Node adjoint, AdjointScope scope) {
    Node operand = reshape.operand();
    Node back = new Reshape(operand.name() + ".gradient", adjoint, operand.shape(), operand.span());
    List<Axis> axes = Term.axesOf(operand);
    scope.add(Term.ofAll(operand, axes, Scalars.read(back, Scalars.indices(axes))));
  }

  private void compute(Compute node, Node adjointNode, AdjointScope scope) {
    Scalar adjoint = element(adjointNode, node.axes());
    if (node.body() instanceof Reduce reduce) {
      reduction(node, reduce, adjoint, scope);
      return;
    }
    Scalar value = Scalars.read(node, Scalars.indices(node.axes()));
    boolean costs = node.body() instanceof Scalar.Unary || node.body() instanceof Scalar.Binary;
    UnaryOperator<Scalar> reuse =
        adjointOfRead ->
            costs
                ? Scalars.rewrite(adjointOfRead, part -> part.equals(node.body()) ? value : part)
                : adjointOfRead;
    expression(node, node.body(), adjoint, node.axes(), List.of(), reuse, scope);
  }

  private void reduction(Compute node, Reduce reduce, Scalar adjoint, AdjointScope scope) {
    List<Axis> points = new ArrayList<>(node.axes());
    points.addAll(reduce.axes());
    List<Scalar> guards = new ArrayList<>(reduce.guards());
    Scalar seed = adjoint;
    if (reduce.op() == ReduceOp.PRODUCT) {
      Scalar others = new ProductAdjoint(node, reduce, scope).others();
      seed = Scalars.multiply(adjoint, others);
    } else if (reduce.op() != ReduceOp.SUM) {
      guards.add(Scalars.equal(Scalars.position(reduce.axes()), best(node, reduce, scope)));
    }
    expression(node, reduce.body(), seed, points, guards, UnaryOperator.identity(), scope);
  }

  /** Which point a maximum or minimum comes from. */
  private static Scalar best(Compute node, Reduce reduce, AdjointScope scope) {
    ReduceOp op = reduce.op() == ReduceOp.MAX ? ReduceOp.ARGMAX : ReduceOp.ARGMIN;
    Scalar position = Scalars.reduce(op, reduce.axes(), reduce.guards(), reduce.body());
    return scope.tabulate(node, "position", node.axes(), position);
  }

  /**
   * @param points the axes of the expression
   * @param guards where it counts
   * @param simplify a last look at each adjoint
   */
  private void expression(
      Compute node,
      Scalar body,
      Scalar seed,
      List<Axis> points,
      List<Scalar> guards,
      UnaryOperator<Scalar> simplify,
      AdjointScope scope) {
    UnaryOperator<Scalar> share =
        value -> {
          Scalar zero = new Scalar.Constant(value.type(), 0);
          Scalar guarded = Scalars.select(Scalars.all(guards), value, zero);
          return scope.tabulate(node, "adjoint", Term.batchFirst(points), guarded);
        };
    ScalarAdjoints.of(body, seed, activity::isActive, share)
        .forEach(
            (read, adjoint) ->
                scope.add(
                    new Term(
                        read.node(), read.indices(), points, guards, simplify.apply(adjoint))));
  }

  /** An element of an adjoint; the number itself where all elements are the same. */
  private static Scalar element(Node adjoint, List<Axis> axes) {
    return adjoint instanceof Compute compute && compute.body() instanceof Scalar.Constant
        ? compute.body()
        : Scalars.read(adjoint, Scalars.indices(axes));
  }
}
