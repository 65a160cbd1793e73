package dev.nutshell.processor.pass;

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
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Draws calls of an entry point at which a network can be looked at: numbers between -1 and 1,
 * parameters too, states between 0.5 and 1.5 as variances must be, indices below their bounds, and
 * bounded axes one shorter than they may be.
 *
 * @param batch the number of samples
 */
public record DrawnCalls(Model model, Model.EntryPoint entry, int batch)
    implements Function<Random, Call> {

  @Override
  public Call apply(Random random) {
    List<Input> ports = new ArrayList<>(entry.inputs());
    ports.addAll(entry.targets());
    Map<String, Integer> extents = new LinkedHashMap<>();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (Input port : ports) {
      for (Extent extent : port.shape()) {
        if (extent instanceof Extent.Bounded bounded) {
          extents.put(bounded.name(), Math.max(1, bounded.bound() - 1));
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

  /** A float, so that it is the same number in either precision. */
  private static double number(ElementType type, int bound, Random random) {
    return switch (type) {
      case INT, BYTE -> random.nextInt(bound);
      case BOOL -> random.nextInt(2);
      default -> (float) (2 * random.nextDouble() - 1);
    };
  }

  private Tensor draw(Node node, Map<String, Integer> extents, DoubleSupplier number) {
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
}
