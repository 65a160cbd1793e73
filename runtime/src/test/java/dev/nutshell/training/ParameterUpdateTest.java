package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Allocation;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.parallel.WorkerPool;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that are updated by several threads. */
class ParameterUpdateTest {

  /** Some of several portions, some that share one. */
  private static ModelSpec spec(Precision precision) {
    return ModelSpec.parse(
        """
        model Large %s
        fingerprint 1
        entry predict
        parameter a.W 200,200 zeros
        parameter a.b 200 zeros
        parameter b.W 200,90 zeros
        parameter b.b 7 zeros
        parameter c.W 7,3 zeros
        state mean 5 zeros
        """
            .formatted(precision));
  }

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "sgd", Optimizer.sgd(0.1),
          "nesterov", Optimizer.of(new Sgd(0.9, true), 0.1),
          "rmsprop", Optimizer.of(new RmsProp(0.9, 0.8, 1e-7, true, Convention.KERAS), 0.1),
          "adamW", Optimizer.adamW(0.1, 0.01),
          "amsgrad", Optimizer.of(new Adam(0.9, 0.99, 1e-7, true, Convention.PYTORCH), 0.1),
          "global norm", Optimizer.adam(0.1).clip(Clipping.Kind.GLOBAL_NORM, 3),
          "norm", Optimizer.sgd(0.1).clip(Clipping.Kind.NORM, 3),
          "value", Optimizer.sgd(0.1).clip(Clipping.Kind.VALUE, 0.3));

  static Stream<Arguments> optimizers() {
    return OPTIMIZERS.keySet().stream()
        .sorted()
        .flatMap(name -> Arrays.stream(Precision.values()).map(each -> Arguments.of(name, each)));
  }

  private static Storage numbers(Precision precision, int size, double phase) {
    Storage numbers = Storage.allocate(precision, size);
    for (int i = 0; i < size; i++) {
      numbers.set(i, Math.sin(i + phase));
    }
    return numbers;
  }

  private static double[] updated(Optimizer optimizer, Precision precision, int threads) {
    ModelSpec spec = spec(precision);
    Storage variables = numbers(precision, spec.size(), 0);
    try (WorkerPool pool = new WorkerPool(threads)) {
      Storage gradients = Storage.allocate(precision, spec.parameterSize());
      ParameterUpdate update = new ParameterUpdate(optimizer, spec, variables, gradients);
      for (int step = 1; step <= 3; step++) {
        gradients.copyFrom(numbers(precision, gradients.size(), step));
        update.run(pool);
      }
    }
    double[] values = new double[variables.size()];
    Arrays.setAll(values, variables::get);
    return values;
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void anyNumberOfThreadsGivesTheSameBits(String name, Precision precision) {
    double[] alone = updated(OPTIMIZERS.get(name), precision, 1);
    for (int threads : new int[] {2, 4, 8}) {
      assertTrue(
          Arrays.equals(alone, updated(OPTIMIZERS.get(name), precision, threads)),
          threads + " threads");
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyParameterIsUpdatedAndNoState(Precision precision) {
    ModelSpec spec = spec(precision);
    double[] values = updated(Optimizer.sgd(0.5), precision, 2);
    for (int i = 0; i < values.length; i++) {
      double expected = Math.sin(i);
      for (int step = 1; step <= 3 && i < spec.parameterSize(); step++) {
        expected -= 0.5 * Math.sin(i + step);
      }
      assertEquals(expected, values[i], 1e-6, "element " + i);
    }
  }

  @Test
  void aNormIsThatOfAllItsParts() {
    ModelSpec spec = spec(Precision.FLOAT);
    Storage gradients = Storage.allocate(Precision.FLOAT, spec.parameterSize());
    gradients.fill(0.01);
    Storage variables = Storage.allocate(Precision.FLOAT, spec.size());
    Optimizer optimizer = Optimizer.sgd(1).clip(Clipping.Kind.GLOBAL_NORM, 0.5);
    try (WorkerPool pool = new WorkerPool(1)) {
      new ParameterUpdate(optimizer, spec, variables, gradients).run(pool);
    }
    double expected = 0.5 / Math.sqrt(gradients.size());
    for (int i = 0; i < gradients.size(); i++) {
      assertEquals(expected, gradients.get(i), 1e-9);
      assertEquals(-expected, variables.get(i), 1e-9);
    }
  }

  @Test
  void anUpdateAllocatesNothing() {
    ModelSpec spec = spec(Precision.FLOAT);
    Storage gradients = numbers(Precision.FLOAT, spec.parameterSize(), 1);
    Storage variables = numbers(Precision.FLOAT, spec.size(), 0);
    Optimizer optimizer = Optimizer.adamW(1e-3, 0.01).clip(Clipping.Kind.GLOBAL_NORM, 1);
    ParameterUpdate update = new ParameterUpdate(optimizer, spec, variables, gradients);
    try (WorkerPool pool = new WorkerPool(2)) {
      Runnable updates =
          () -> {
            for (int i = 0; i < 300; i++) {
              update.run(pool);
            }
          };
      assertEquals(0, Allocation.settledBytes(updates, "nutshell-worker"));
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void averagesOfGradientsThatEndAreNoDenormalNumbers(Precision precision) {
    ModelSpec spec = spec(precision);
    Storage gradients = numbers(precision, spec.parameterSize(), 1);
    Storage variables = numbers(precision, spec.size(), 0);
    Parameter parameter = Parameter.table(spec, variables, gradients, 2)[0];
    Adam adam = new Adam(0.5, 0.5, 1e-7, false, Convention.KERAS);
    for (int step = 1; step <= 2_000; step++) {
      adam.update(parameter, 0, 10, step, 1e-3);
      gradients.fill(0);
    }
    double normal = precision == Precision.FLOAT ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    for (int i = 0; i < 10; i++) {
      double mean = Math.abs(parameter.slot(0).get(i));
      assertTrue(mean == 0 || mean >= normal, "mean " + mean);
      assertTrue(parameter.slot(1).get(i) >= normal, "square " + parameter.slot(1).get(i));
    }
  }
}
