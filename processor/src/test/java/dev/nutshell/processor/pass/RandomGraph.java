package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A graph that depends on nothing but a list of numbers: each is the seed of one step of its
 * growth, so that a shorter list is a smaller graph.
 *
 * @param graph with losses and penalties, without gradients
 * @param inputs of all types, some with a bounded axis
 * @param observed the values that the losses and penalties look at
 * @param sources what gradients can be asked for: all parameters, then the floating inputs
 */
public record RandomGraph(
    List<Long> steps,
    Graph graph,
    List<Input> inputs,
    List<Variable> parameters,
    List<Node> observed,
    List<Node> sources,
    RandomCalls calls) {

  private static final int OBSERVED = 3;

  /** Grows a graph. */
  public static RandomGraph of(List<Long> steps) {
    GraphBuilder builder = new GraphBuilder();
    RandomScope scope = new RandomScope();
    scope.add(builder.input("image", 4, 3));
    scope.add(
        builder.input("sequence", ElementType.REAL, List.of(Extent.BATCH, RandomNodes.BOUNDED)));
    scope.add(builder.input("index", ElementType.INT, 3));
    scope.add(builder.input("bytes", ElementType.BYTE, 2));
    scope.add(builder.input("mask", ElementType.BOOL, 3));
    scope.add(builder.parameter("W", 3, 2));
    scope.add(builder.parameter("table", 4));
    for (long step : steps) {
      new RandomNodes(new Random(step), scope).grow();
    }
    List<Node> values = scope.values();
    List<Node> observed =
        List.copyOf(values.subList(Math.max(0, values.size() - OBSERVED), values.size()));
    for (Node node : observed) {
      if (node.isBatched()) {
        builder.loss(node);
      } else {
        builder.penalty(node);
      }
    }
    return new RandomGraph(
        List.copyOf(steps),
        builder.graph("random"),
        builder.inputs(),
        builder.parameters(),
        observed,
        builder.sources(),
        new RandomCalls(builder, -1, 1, 4, Map.of("t", 3)));
  }

  /** Draws inputs and parameters. */
  public Call call(Random random) {
    return calls.apply(random);
  }
}
