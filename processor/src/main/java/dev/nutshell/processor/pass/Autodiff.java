package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Adds to a graph the gradients of its objective (the losses' weighted means and the penalties), in
 * reverse mode. The gradient of every node is written in gather form, a map or a sum over those who
 * read it, so that it is made of the same primitives as the graph, and a second pass could
 * differentiate it again.
 */
public final class Autodiff {
  private Autodiff() {}

  /**
   * The graph with gradients.
   *
   * @param graph in normal form
   * @param sources the parameters and the floating inputs that gradients are wanted for; what the
   *     objective does not depend on gets zeros
   */
  public static Graph differentiate(Graph graph, List<? extends Node> sources) {
    ScanStacks stacks = new ScanStacks(graph);
    Graph forward = stacks.graph();
    List<Node> objective = new ArrayList<>();
    forward.losses().forEach(loss -> objective.addAll(List.of(loss.sum(), loss.weight())));
    objective.addAll(forward.penalties());
    List<Node> order = Dependencies.order(objective);
    Activity activity = new Activity(order, sources);
    AdjointScope scope = new AdjointScope(node -> true, UnaryOperator.identity());
    forward.losses().forEach(loss -> seed(loss, activity, scope));
    for (Node penalty : forward.penalties()) {
      if (activity.isActive(penalty)) {
        scope.add(Term.ofAll(penalty, List.of(), new Scalar.Constant(penalty.type(), 1)));
      }
    }
    new Backpropagation(activity, stacks).run(order, scope);
    List<Graph.Gradient> gradients = new ArrayList<>();
    for (Node source : sources) {
      Node gradient = scope.adjoint(source).orElseGet(() -> ScanAdjoint.zeros(source));
      gradients.add(new Graph.Gradient(source, gradient));
    }
    return ScanPruning.prune(
        new Graph(
            forward.name(),
            forward.outputs(),
            forward.updates(),
            forward.losses(),
            forward.metrics(),
            forward.penalties(),
            gradients));
  }

  /** The slopes of {@code sum / weight}, and 0 where the weight is 0. */
  private static void seed(Graph.Measure loss, Activity activity, AdjointScope scope) {
    List<Axis> none = List.of();
    Scalar sum = Scalars.read(loss.sum(), List.of());
    Scalar weight = Scalars.read(loss.weight(), List.of());
    Scalar zero = new Scalar.Constant(ElementType.DOUBLE, 0);
    Scalar one = new Scalar.Constant(ElementType.DOUBLE, 1);
    Scalar empty = Scalars.equal(weight, zero);
    if (activity.isActive(loss.sum())) {
      Scalar slope = Scalars.select(empty, zero, Scalars.divide(one, weight));
      scope.add(Term.ofAll(loss.sum(), none, slope));
    }
    if (activity.isActive(loss.weight())) {
      Scalar mean = Scalars.divide(sum, weight);
      Scalar slope = Scalars.negate(Scalars.divide(mean, weight));
      scope.add(Term.ofAll(loss.weight(), none, Scalars.select(empty, zero, slope)));
    }
  }
}
