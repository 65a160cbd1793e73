package dev.nutshell.processor.execution;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Draws calls of a model's first entry point: numbers between -1 and 1, states between 0.5 and 1.5
 * as variances must be, indices below their bounds, and bounded axes one shorter than they may be.
 */
final class ModelCalls implements Function<Random, Call> {
  private final Model model;
  private final Model.EntryPoint entry;
  private final int batch;

  ModelCalls(Model model, int batch) {
    this.model = model;
    this.entry = model.entries().get(0);
    this.batch = batch;
  }

  @Override
  public Call apply(Random random) {
    List<Input> ports = new ArrayList<>(entry.inputs());
    ports.addAll(entry.targets());
    Map<String, Integer> extents = new LinkedHashMap<>();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (Input port : ports) {
      for (Extent extent : port.shape()) {
        if (extent instanceof Extent.Bounded bounded) {
          extents.put(bounded.name(), bounded.bound() - 1);
        }
      }
      int bound = entry.indexBounds().getOrDefault(port, 2);
      inputs.put(port.name(), draw(port, extents, () -> number(port.type(), bound, random)));
    }
    Map<String, Tensor> variables = new LinkedHashMap<>();
    for (Variable variable : model.variables()) {
      double shift = variable.kind() == Variable.Kind.STATE ? 1 : 0;
      double scale = variable.kind() == Variable.Kind.STATE ? 0.5 : 1;
      variables.put(
          variable.path(),
          draw(variable, extents, () -> shift + scale * (2 * random.nextDouble() - 1)));
    }
    List<Integer> samples = IntStream.range(0, batch).boxed().toList();
    return Call.of(batch, inputs, variables)
        .withExtents(extents)
        .withRandom(random.nextInt(100), 0, samples);
  }

  private static double number(ElementType type, int bound, Random random) {
    return switch (type) {
      case INT, BYTE -> random.nextInt(bound);
      case BOOL -> random.nextInt(2);
      default -> (float) (2 * random.nextDouble() - 1);
    };
  }

  private Tensor draw(
      Node node, Map<String, Integer> extents, java.util.function.DoubleSupplier number) {
    List<Integer> shape = new ArrayList<>();
    for (Extent extent : node.shape()) {
      boolean bounded = extent instanceof Extent.Bounded;
      int length = extent instanceof Extent.Batch ? batch : extent.bound();
      shape.add(bounded ? extents.get(((Extent.Bounded) extent).name()) : length);
    }
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.values()[i] = number.getAsDouble();
    }
    return tensor;
  }

  /** A call of the first samples alone, or of one: rows {@code from} to {@code to}. */
  static Call rows(Call call, int from, int to) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    call.inputs()
        .forEach(
            (name, tensor) -> {
              int size = tensor.size() / call.batch();
              List<Integer> shape = new ArrayList<>(tensor.shape());
              shape.set(0, to - from);
              double[] values =
                  java.util.Arrays.copyOfRange(tensor.values(), from * size, to * size);
              inputs.put(name, new Tensor(shape, values));
            });
    return Call.of(to - from, inputs, call.variables())
        .withExtents(call.extents())
        .withRandom(call.seed(), call.step(), call.samples().subList(from, to));
  }
}
