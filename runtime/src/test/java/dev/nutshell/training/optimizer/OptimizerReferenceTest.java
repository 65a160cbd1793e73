package dev.nutshell.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.ReferenceTensors;
import dev.nutshell.training.LinearModel;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.reference.Comparison;
import dev.nutshell.training.reference.Json;
import dev.nutshell.training.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps of every optimizer against those of Keras and PyTorch. */
class OptimizerReferenceTest {

  private static final int STEPS = 20;
  private static final int SAMPLES = 8;
  private static final int IN = 3;
  private static final int OUT = 4;

  private static final Map<String, Map<String, Optimizer>> OPTIMIZERS =
      Map.of("optimizers", OptimizerCases.pytorch(), "keras_optimizers", OptimizerCases.keras());

  static Stream<Arguments> cases() {
    return OPTIMIZERS.keySet().stream()
        .sorted()
        .flatMap(
            file ->
                Json.cases(OptimizerReferenceTest.class, file).stream()
                    .map(each -> Arguments.of(file, each.get("id"), each)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void doublePrecision(String file, String id, Map<String, Object> reference) throws IOException {
    Object tolerance = Json.map(reference.get("tolerance")).get("f64");
    Comparison comparison = Comparison.of(file, id, tolerance);
    follow(file, reference, Precision.DOUBLE, comparison);
    String reason = OptimizerCases.exceptions().get(id);
    if (reason == null) {
      comparison.report();
    } else {
      comparison.inapplicable(reason);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void singlePrecision(String file, String id, Map<String, Object> reference) throws IOException {
    assumeFalse(id.startsWith("schedule_free"), OptimizerCases.exceptions().get(id));
    Object tolerance = Json.map(reference.get("tolerance")).get("f32");
    Comparison comparison = Comparison.of(file, id, tolerance);
    follow(file, reference, Precision.FLOAT, comparison);
    comparison.check();
  }

  @Test
  void everyCaseHasAnOptimizer() {
    OPTIMIZERS.forEach(
        (file, optimizers) -> {
          List<Object> ids =
              Json.cases(OptimizerReferenceTest.class, file).stream()
                  .map(each -> each.get("id"))
                  .toList();
          assertEquals(Set.copyOf(ids), optimizers.keySet());
        });
  }

  private static void follow(
      String file, Map<String, Object> reference, Precision precision, Comparison comparison)
      throws IOException {
    ReferenceTensors tensors =
        ReferenceTensors.read(
            OptimizerReferenceTest.class.getResourceAsStream(file + ".safetensors"));
    TrainingOptions options = TrainingOptions.defaults().withCapacity(SAMPLES);
    try (LinearModel model = new LinearModel(precision, IN, OUT, 0, options)) {
      set(model.variables().get("fc.W"), tensors.get("problem/w0"));
      set(model.variables().get("fc.b"), tensors.get("problem/b0"));
      model.optimizer(OPTIMIZERS.get(file).get(reference.get("id")));
      Dataset data =
          Dataset.of("x", Column.of(IN, tensors.get("problem/X")))
              .with("y", Column.of(OUT, tensors.get("problem/Y")));
      for (int row = 0; row < SAMPLES; row++) {
        model.load(row, data, row);
      }
      Map<String, Object> names = Json.map(reference.get("trajectory"));
      double[] w = trajectory(names, "w", tensors);
      double[] b = trajectory(names, "b", tensors);
      for (int step = 1; step <= STEPS; step++) {
        model.step(SAMPLES);
        compare("w, step " + step, model.variables().get("fc.W"), w, step, comparison);
        compare("b, step " + step, model.variables().get("fc.b"), b, step, comparison);
      }
      if (names.containsKey("ema_w")) {
        model.optimization().averages().exchange();
        double[] averageW = trajectory(names, "ema_w", tensors);
        compare("average of w", model.variables().get("fc.W"), averageW, 0, comparison);
        double[] averageB = trajectory(names, "ema_b", tensors);
        compare("average of b", model.variables().get("fc.b"), averageB, 0, comparison);
      }
    }
  }

  private static double[] trajectory(
      Map<String, Object> names, String name, ReferenceTensors tensors) {
    return tensors.get((String) Json.map(names.get(name)).get("f64"));
  }

  private static void set(Storage storage, double[] values) {
    for (int i = 0; i < values.length; i++) {
      storage.set(i, values[i]);
    }
  }

  private static void compare(
      String what, Storage found, double[] states, int state, Comparison comparison) {
    for (int i = 0; i < found.size(); i++) {
      comparison.add(what + ", element " + i, found.get(i), states[state * found.size() + i]);
    }
  }
}
