package dev.nutshell.training.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.LinearModel;
import dev.nutshell.training.Problems;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.reference.Comparison;
import dev.nutshell.training.reference.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReduceOnPlateauTest {

  /** PyTorch's patience and cooldown, counted as here. */
  @ParameterizedTest
  @CsvSource({
    "plateau_min, false, 0.5, 3, 1, 0, 0.01, 0",
    "plateau_max_cooldown, true, 0.3, 2, 4, 0.001, 0, 0.001"
  })
  void followsTheReference(
      String id,
      boolean higherIsBetter,
      double factor,
      int patience,
      int cooldown,
      double minDelta,
      double minShare,
      double leastRate) {
    Map<String, Object> reference =
        Json.cases(ReduceOnPlateauTest.class, "/dev/nutshell/training/schedule/schedules").stream()
            .filter(each -> each.get("id").equals(id))
            .findFirst()
            .orElseThrow();
    ReduceOnPlateau.Settings settings =
        new ReduceOnPlateau.Settings(factor, patience, cooldown, minDelta, minShare, leastRate);
    ReduceOnPlateau plateau = new ReduceOnPlateau("loss", higherIsBetter, settings);
    double[] values = Json.numbers(reference.get("metric"));
    double[] rates = Json.numbers(reference.get("values"));
    double rate = 0.1;
    Comparison comparison = new Comparison("schedules", id, 1e-8, 1e-12);
    for (int epoch = 0; epoch < values.length; epoch++) {
      rate = plateau.next(rate, values[epoch]);
      comparison.add("epoch " + epoch, rate, rates[epoch]);
    }
    comparison.report();
  }

  @Test
  void lowersTheRateOfATraining() {
    TrainingOptions options = TrainingOptions.defaults().withCapacity(16);
    try (LinearModel model =
        new LinearModel(Precision.FLOAT, Problems.IN, Problems.OUT, 0, options)) {
      model.optimizer(Optimizer.sgd(0.5).schedule(t -> t < 8 ? 1e-9 : 2e-9));
      ReduceOnPlateau.Settings settings = new ReduceOnPlateau.Settings(0.5, 2, 0, 1e-4, 0, 0.25e-9);
      FitOptions fit =
          FitOptions.epochs(5).quiet().callback(new ReduceOnPlateau("loss", false, settings));
      model.fit(Problems.linear(16), fit);
      // The first epoch is the best; the third and the fifth are the second without a new one.
      assertEquals(0.25, model.optimization().rateFactor());
      assertEquals(0.25e-9, model.optimization().rate());
    }
  }

  @Test
  void wrongSettingsAreRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> new ReduceOnPlateau.Settings(1, 1, 0, 0, 0, 0));
    assertEquals("factor: between 0 and 1 expected, 1.0 found", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> new ReduceOnPlateau.Settings(0.1, 0, 0, 0, 0, 0));
    assertEquals("patience: 1 or more expected, 0 found", e.getMessage());
  }
}
