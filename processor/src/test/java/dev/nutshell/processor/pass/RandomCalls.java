package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Draws inputs and parameters of a graph: floats from an interval, ints below a bound, bools, and a
 * batch of 3.
 */
record RandomCalls(
    GraphBuilder builder, double low, double high, int bound, Map<String, Integer> extents)
    implements Function<Random, Call> {
  private static final int BATCH = 3;

  RandomCalls(GraphBuilder builder, double low, double high) {
    this(builder, low, high, 4, Map.of());
  }

  @Override
  public Call apply(Random random) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (Input input : builder.inputs()) {
      inputs.put(input.name(), tensor(input, random));
    }
    Map<String, Tensor> variables = new HashMap<>();
    builder.parameters().forEach(each -> variables.put(each.path(), tensor(each, random)));
    List<Integer> samples = IntStream.range(0, BATCH).map(i -> 10 + i).boxed().toList();
    return Call.of(BATCH, inputs, variables).withExtents(extents).withRandom(5, 2, samples);
  }

  private Tensor tensor(Node node, Random random) {
    List<Integer> shape = node.shape().stream().map(this::length).toList();
    double[] values = new double[Tensor.zeros(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = element(node, random);
    }
    return new Tensor(shape, values);
  }

  private double element(Node node, Random random) {
    return switch (node.type()) {
      case INT, BYTE -> random.nextInt(bound);
      case BOOL -> random.nextBoolean() ? 1 : 0;
      default -> low + (high - low) * random.nextDouble();
    };
  }

  private int length(Extent extent) {
    if (extent instanceof Extent.Batch) {
      return BATCH;
    }
    return extent instanceof Extent.Bounded bounded
        ? extents.getOrDefault(bounded.name(), bounded.bound())
        : extent.bound();
  }
}
