package dev.nutshell.processor.execution;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A table of numbers, with cells missing, and a column of codes, to which networks adapt their
 * states.
 */
final class AdaptedTable {
  static final int ROWS = 700;
  static final int FEATURES = 3;
  static final int CODES = 5;

  private final float[] numbers = new float[ROWS * FEATURES];
  private final int[] codes = new int[ROWS];

  /** Features about 0, about a million, and skewed; every seventh cell of the last is missing. */
  AdaptedTable() {
    Random random = new Random(5);
    for (int row = 0; row < ROWS; row++) {
      numbers[row * FEATURES] = (float) random.nextGaussian();
      numbers[row * FEATURES + 1] = (float) (1e6 + 10 * random.nextGaussian());
      numbers[row * FEATURES + 2] =
          row % 7 == 3 ? Float.NaN : (float) Math.exp(2 * random.nextGaussian());
      // The code 3 does not occur, and 4 once.
      codes[row] = row == 50 ? 4 : random.nextInt(3);
    }
  }

  /** A network with these inputs; the text is what stands between them and the loss. */
  static GeneratedNetwork network(String precision, String body) {
    return GeneratedNetwork.of(
        Elaborated.model(
            """
            model Table: %s {
              input numbers: float[3]
              input code: int
              target y: float
            %s
              loss pull = (p - y)^2
            }
            """
                .formatted(precision, body.indent(2))));
  }

  Dataset data() {
    return Dataset.of("numbers", Column.of(FEATURES, numbers))
        .with("code", Column.of(1, codes))
        .with("y", Column.of(1, new float[ROWS]));
  }

  float[] row(int row) {
    return Arrays.copyOfRange(numbers, row * FEATURES, (row + 1) * FEATURES);
  }

  /** What is there of a feature, in the order of size. */
  double[] sorted(int feature) {
    return present(feature).sorted().toArray();
  }

  DoubleStream present(int feature) {
    return IntStream.range(0, ROWS)
        .mapToDouble(row -> numbers[row * FEATURES + feature])
        .filter(value -> !Double.isNaN(value));
  }

  /** Everything that a network with these inputs is given at once. */
  Call call(Model model) {
    double[] values = new double[numbers.length];
    Arrays.setAll(values, i -> numbers[i]);
    double[] indices = Arrays.stream(codes).asDoubleStream().toArray();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("numbers", new Tensor(List.of(ROWS, FEATURES), values));
    inputs.put("code", new Tensor(List.of(ROWS), indices));
    inputs.put("y", Tensor.zeros(List.of(ROWS)));
    Map<String, Tensor> variables = new LinkedHashMap<>();
    model
        .variables()
        .forEach(
            variable -> {
              double[] unadapted = new double[Math.toIntExact(variable.sampleSize())];
              Arrays.fill(unadapted, Double.NaN);
              variables.put(variable.path(), new Tensor(sizes(variable.shape()), unadapted));
            });
    return Call.of(ROWS, inputs, variables);
  }

  private static List<Integer> sizes(List<Extent> shape) {
    return shape.stream().map(Extent::bound).toList();
  }

  /** The states that the interpreter adapts to the whole table. */
  Map<String, Tensor> interpreted(Model model) {
    return new Interpreter(call(model), model.precision())
        .evaluate(model.entries().get(0).adaptation())
        .updates();
  }

  /** The states that generated code adapts, by path. */
  Map<String, double[]> adapted(GeneratedNetwork network, int capacity, int threads) {
    try (TrainingModel training = network.training(new TrainingOptions(capacity, threads, 1))) {
      training.adapt(data());
      Map<String, double[]> states = new LinkedHashMap<>();
      network
          .model()
          .variables()
          .forEach(
              variable -> {
                if (variable.isAdapted()) {
                  states.put(variable.path(), values(training.variables().get(variable.path())));
                }
              });
      return states;
    }
  }

  static double[] values(Storage storage) {
    double[] values = new double[storage.size()];
    Arrays.setAll(values, storage::get);
    return values;
  }
}
