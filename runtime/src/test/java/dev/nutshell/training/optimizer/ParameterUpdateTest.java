package dev.nutshell.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Allocation;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
      Map.ofEntries(
          Map.entry("sgd", Optimizer.sgd(0.1)),
          Map.entry("nesterov", Optimizer.of(new Sgd(0.9, true), 0.1)),
          Map.entry(
              "rmsprop", Optimizer.of(new RmsProp(0.9, 0.8, 1e-7, true, Convention.KERAS), 0.1)),
          Map.entry("adamW", Optimizer.adamW(0.1, 0.01)),
          Map.entry(
              "amsgrad", Optimizer.of(new Adam(0.9, 0.99, 1e-7, true, Convention.PYTORCH), 0.1)),
          Map.entry("adagrad", Optimizer.of(Adagrad.defaults(), 0.1)),
          Map.entry("adadelta", Optimizer.of(Adadelta.defaults(), 1)),
          Map.entry("adamax", Optimizer.of(Adamax.defaults(), 0.1)),
          Map.entry("nadam", Optimizer.of(Nadam.defaults(), 0.1)),
          Map.entry("radam", Optimizer.of(RAdam.defaults(), 0.1)),
          Map.entry("rprop", Optimizer.of(Rprop.defaults(), 0.01)),
          Map.entry("ftrl", Optimizer.of(new Ftrl(-0.4, 0.1, 0.01, 0.01, 0, 0), 0.1)),
          Map.entry("lion", Optimizer.of(Lion.defaults(), 0.01)),
          Map.entry("lamb", Optimizer.of(Lamb.defaults(), 0.1)),
          Map.entry("adafactor", Optimizer.of(Adafactor.defaults(), 0.1)),
          Map.entry("muon", Optimizer.muon(0.1)),
          Map.entry("schedule free", Optimizer.of(ScheduleFreeAdamW.defaults(), 0.1)),
          Map.entry("global norm", Optimizer.adam(0.1).clip(Clipping.Kind.GLOBAL_NORM, 3)),
          Map.entry("norm", Optimizer.sgd(0.1).clip(Clipping.Kind.NORM, 3)),
          Map.entry("value", Optimizer.sgd(0.1).clip(Clipping.Kind.VALUE, 0.3)),
          Map.entry("accumulated average", Optimizer.sgd(0.1).accumulate(3).average(0.9).l2(0.1)));

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

  @ParameterizedTest
  @MethodSource("optimizers")
  void updatesStayFiniteWhereGradientsAreZero(String name, Precision precision) {
    ModelSpec spec = spec(precision);
    Storage variables = numbers(precision, spec.size(), 0);
    Storage gradients = numbers(precision, spec.parameterSize(), 1);
    // As where an embedding was not used: rows without a gradient, then none at all.
    gradients.fill(0, 4_000, 0);
    try (WorkerPool pool = new WorkerPool(1)) {
      ParameterUpdate update =
          new ParameterUpdate(OPTIMIZERS.get(name), spec, variables, gradients);
      for (int step = 1; step <= 6; step++) {
        update.run(pool);
        update.average();
        gradients.fill(step < 3 ? 1e-30 : 0);
      }
    }
    for (int i = 0; i < variables.size(); i++) {
      assertTrue(Double.isFinite(variables.get(i)), "element " + i);
    }
  }

  static Stream<String> singleOptimizers() {
    return Stream.of("adamW", "nadam", "ftrl", "lamb", "adafactor", "accumulated average", "norm");
  }

  @ParameterizedTest
  @MethodSource("singleOptimizers")
  void anUpdateAllocatesNothing(String name) {
    ModelSpec spec = spec(Precision.FLOAT);
    Storage gradients = numbers(Precision.FLOAT, spec.parameterSize(), 1);
    Storage variables = numbers(Precision.FLOAT, spec.size(), 0);
    ParameterUpdate update = new ParameterUpdate(OPTIMIZERS.get(name), spec, variables, gradients);
    try (WorkerPool pool = new WorkerPool(2)) {
      Runnable updates =
          () -> {
            for (int i = 0; i < 300; i++) {
              update.run(pool);
              update.average();
            }
          };
      assertEquals(0, Allocation.settledBytes(updates, "nutshell-worker"));
    }
  }

  @ParameterizedTest
  @CsvSource({"'6', 6", "'6,1', 6", "'1,6', 6", "'6,5', 11", "'3,6,5', 33", "'3,1,5', 15", "'', 1"})
  void adafactorKeepsSumsOfRowsAndColumns(String shape, int numbers) {
    List<Integer> sizes =
        shape.isEmpty()
            ? List.of()
            : Arrays.stream(shape.split(",", -1)).map(Integer::valueOf).toList();
    assertEquals(0, Adafactor.defaults().slots());
    assertEquals(numbers, Adafactor.defaults().memory(sizes));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void averagesOfGradientsThatEndAreNoDenormalNumbers(Precision precision) {
    ModelSpec spec = spec(precision);
    Storage gradients = numbers(precision, spec.parameterSize(), 1);
    Storage variables = numbers(precision, spec.size(), 0);
    Storage[] slots = {
      numbers(precision, gradients.size(), 0), numbers(precision, gradients.size(), 0)
    };
    slots[0].fill(0);
    slots[1].fill(0);
    Parameter parameter = Parameter.table(spec, variables, gradients, variable -> 0, slots)[0];
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
