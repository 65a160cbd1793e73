package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Vectors against plain loops: the same bits in all that can be seen of a network. */
final class VectorAgreement {
  private static final int STEPS = 3;

  private VectorAgreement() {}

  /**
   * Compares a network with itself without vectors.
   *
   * @param call of any number of samples
   */
  static void check(GeneratedNetwork network, Call call) {
    GeneratedNetwork plain = network.withoutVectors();
    Map<String, double[]> expected = plain.predict(call);
    network
        .predict(call)
        .forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
    if (network.isTrainable()) {
      Map<String, double[]> steps = trained(plain, call);
      trained(network, call)
          .forEach((name, values) -> assertArrayEquals(steps.get(name), values, name));
    }
  }

  /** Losses, gradients and variables of some steps, and a loss as in use. */
  private static Map<String, double[]> trained(GeneratedNetwork network, Call call) {
    Map<String, double[]> seen = new LinkedHashMap<>();
    try (TrainingModel training = network.training(call, 1)) {
      for (int step = 0; step < STEPS; step++) {
        String prefix = "step " + step + ", ";
        seen.put(prefix + "loss", new double[] {training.backward(call.batch())});
        training
            .gradients()
            .forEach((path, values) -> seen.put(prefix + "gradient " + path, copy(values)));
        training.update();
        training
            .variables()
            .forEach((path, values) -> seen.put(prefix + "variable " + path, copy(values)));
      }
      seen.put("evaluation", new double[] {training.evaluate(call.batch())});
    }
    return seen;
  }

  private static double[] copy(Storage storage) {
    double[] values = new double[storage.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = storage.get(i);
    }
    return values;
  }
}
