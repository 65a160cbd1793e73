package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Allocation;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.Weights;
import dev.nutshell.training.optimizer.Clipping;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.optimizer.Sgd;
import dev.nutshell.training.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingModelTest {

  private static final TrainingOptions OPTIONS = TrainingOptions.defaults().withCapacity(30);

  private static LinearModel model(Precision precision, TrainingOptions options) {
    return new LinearModel(precision, Problems.IN, Problems.OUT, 0.1, options);
  }

  private static void load(TrainingModel model, Dataset data, int n) {
    for (int slot = 0; slot < n; slot++) {
      model.load(slot, data, slot);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void anyNumberOfThreadsGivesTheSameBits(Precision precision) {
    Dataset data = Problems.linear(101);
    Weights[] trained = new Weights[3];
    double[] losses = new double[3];
    for (int i = 0; i < 3; i++) {
      try (LinearModel model = model(precision, OPTIONS.withThreads(1 << i))) {
        model.optimizer(Optimizer.adamW(0.01, 0.01).clip(Clipping.Kind.GLOBAL_NORM, 0.5));
        losses[i] = model.fit(data, FitOptions.epochs(5).quiet()).last().training().loss();
        trained[i] = model.weights();
      }
    }
    assertEquals(losses[0], losses[1]);
    assertEquals(losses[0], losses[2]);
    assertEquals(trained[0].digest(), trained[1].digest());
    assertEquals(trained[0].digest(), trained[2].digest());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aStepAllocatesNothing(int threads) {
    Dataset data = Problems.linear(30);
    try (LinearModel model = model(Precision.FLOAT, OPTIONS.withThreads(threads))) {
      model.optimizer(Optimizer.adam(0.001).clip(Clipping.Kind.GLOBAL_NORM, 1));
      Runnable steps =
          () -> {
            for (int i = 0; i < 2_000; i++) {
              load(model, data, 30);
              model.step(30);
              model.measure("absolute_error");
            }
          };
      assertEquals(0, Allocation.settledBytes(steps, "nutshell-worker"));
    }
  }

  @Test
  void capacitiesBeyondJavasArraysAreRefused() {
    int widest = Math.max(Problems.IN, Problems.OUT);
    assertEquals(
        "capacity: 1 to "
            + (Integer.MAX_VALUE - 8) / widest
            + " samples expected, 2000000000 found",
        assertThrows(
                IllegalArgumentException.class,
                () -> model(Precision.FLOAT, OPTIONS.withCapacity(2_000_000_000)))
            .getMessage());
  }

  @Test
  void gradientsAreThoseOfTheLoss() {
    Dataset data = Problems.linear(7);
    try (LinearModel model =
        new LinearModel(Precision.DOUBLE, Problems.IN, Problems.OUT, 0, OPTIONS)) {
      load(model, data, 7);
      double loss = model.backward(7);
      assertEquals(loss, model.evaluate(7), 1e-15);
      Storage w = model.variables().get("fc.W");
      double[] gradient = new double[w.size()];
      Arrays.setAll(gradient, model.gradients().get("fc.W")::get);
      for (int i = 0; i < w.size(); i++) {
        double value = w.get(i);
        w.set(i, value + 1e-5);
        double above = model.evaluate(7);
        w.set(i, value - 1e-5);
        double below = model.evaluate(7);
        w.set(i, value);
        assertEquals((above - below) / 2e-5, gradient[i], 1e-8);
      }
    }
  }

  @Test
  void backwardAndUpdateAreAStep() {
    Dataset data = Problems.linear(9);
    try (LinearModel whole = model(Precision.FLOAT, OPTIONS);
        LinearModel halves = model(Precision.FLOAT, OPTIONS)) {
      load(whole, data, 9);
      load(halves, data, 9);
      for (int i = 0; i < 3; i++) {
        assertEquals(whole.step(9), halves.backward(9));
        halves.update();
      }
      assertEquals(whole.weights().digest(), halves.weights().digest());
      assertEquals(3, halves.steps());
    }
  }

  @Test
  void statesMoveOnOnlyInTraining() {
    Dataset data = Problems.linear(9);
    try (LinearModel model = model(Precision.FLOAT, OPTIONS)) {
      String before = model.weights().digest();
      Evaluation first = model.evaluate(data);
      assertEquals(before, model.weights().digest());
      assertEquals(first, model.evaluate(data));
      load(model, data, 9);
      model.backward(9);
      assertNotEquals(0, model.variables().get("mean").get(0));
      assertEquals(Set.of("fc.W", "fc.b"), model.gradients().keySet());
    }
  }

  @Test
  void constraintsHoldAfterAStep() {
    Dataset data = Problems.linear(9);
    try (LinearModel model = model(Precision.FLOAT, OPTIONS)) {
      model.optimizer(Optimizer.sgd(1000));
      load(model, data, 9);
      model.step(9);
      for (int i = 0; i < Problems.IN * Problems.OUT; i++) {
        assertTrue(Math.abs(model.variables().get("fc.W").get(i)) <= 10);
      }
    }
  }

  @Test
  void initialValuesDependOnSeedAndPathAlone() {
    try (LinearModel model = model(Precision.FLOAT, OPTIONS);
        LinearModel same = model(Precision.FLOAT, OPTIONS.withThreads(2).withCapacity(3));
        LinearModel other = model(Precision.FLOAT, OPTIONS.withSeed(1))) {
      assertEquals(model.weights().digest(), same.weights().digest());
      assertNotEquals(model.weights().digest(), other.weights().digest());
      String initial = model.weights().digest();
      load(model, Problems.linear(9), 9);
      model.step(9);
      model.initialize();
      assertEquals(initial, model.weights().digest());
      assertEquals(0, model.steps());
    }
  }

  @Test
  void initialValuesDifferByPathNotByPlace() {
    ModelSpec one =
        ModelSpec.parse("model M FLOAT\nfingerprint 1\nentry e\n" + variables("a", "b"));
    ModelSpec two =
        ModelSpec.parse("model M FLOAT\nfingerprint 2\nentry e\n" + variables("c", "a", "b"));
    try (Inert small = new Inert(one);
        Inert large = new Inert(two)) {
      assertNotEquals(small.variables().get("a").get(0), small.variables().get("b").get(0));
      assertEquals(small.variables().get("a").get(0), large.variables().get("a").get(0));
      assertEquals(small.variables().get("b").get(3), large.variables().get("b").get(3));
    }
  }

  private static String variables(String... paths) {
    StringBuilder text = new StringBuilder();
    for (String path : paths) {
      text.append("parameter ").append(path).append(" 2,2 glorot_uniform\n");
    }
    return text.toString();
  }

  /** A network that computes nothing. */
  private static final class Inert extends TrainingModel {
    Inert(ModelSpec spec) {
      super(spec, "e", TrainingOptions.defaults(), 1, 0);
    }

    @Override
    protected int phases(boolean training) {
      return 0;
    }

    @Override
    protected void serial(boolean training, int phase, int n, int chunks) {}

    @Override
    protected void parallel(boolean training, int phase, int chunk, int from, int to) {}

    @Override
    protected void constrain() {}
  }

  @Test
  void savedWeightsComeBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("linear.safetensors");
    Dataset data = Problems.linear(9);
    try (LinearModel model = model(Precision.FLOAT, OPTIONS);
        LinearModel other = model(Precision.FLOAT, OPTIONS.withSeed(5))) {
      load(model, data, 9);
      model.step(9);
      model.save(file);
      other.restore(file);
      assertArrayEquals(model.weights().floats(), other.weights().floats());
      assertEquals(model.evaluate(data), other.evaluate(data));
      assertEquals(model.weights().digest(), Weights.load(file, model.spec()).digest());
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    try (LinearModel model = model(Precision.FLOAT, OPTIONS);
        LinearModel other = new LinearModel(Precision.FLOAT, 4, 4, 0, OPTIONS)) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> model.restore(other.weights()));
      assertEquals("weights of Linear 5eed44 do not fit Linear 5eed32", e.getMessage());
    }
  }

  @Test
  void evaluationIsTheMeanOverAllSamples() {
    Dataset data = Problems.linear(95);
    try (LinearModel model = model(Precision.DOUBLE, OPTIONS.withCapacity(95));
        LinearModel small = model(Precision.DOUBLE, OPTIONS.withCapacity(10))) {
      load(model, data, 95);
      double loss = model.evaluate(95);
      Evaluation evaluation = small.evaluate(data);
      assertEquals(loss, evaluation.loss(), 1e-12);
      assertEquals(model.measure("squared_error"), evaluation.get("squared_error"), 1e-12);
      assertEquals(model.measure("absolute_error"), evaluation.get("absolute_error"), 1e-12);
      assertEquals(evaluation.loss(), evaluation.get("loss"));
    }
  }

  @Test
  void wrongArgumentsAreNamedAndLeaveTheModelUsable() {
    try (LinearModel model = model(Precision.FLOAT, OPTIONS)) {
      assertRefused("n: 1 to 30 samples expected, 31 found", () -> model.step(31));
      assertRefused("n: 1 to 30 samples expected, 0 found", () -> model.step(0));
      assertRefused(
          "entry point predict has no loss and no metric of one number named accuracy",
          () -> model.measure("accuracy"));
      assertRefused(
          "no measure accuracy; there are loss, squared_error, absolute_error",
          () -> model.evaluate(Problems.linear(3)).get("accuracy"));
      assertRefused("the data set is empty", () -> model.evaluate(Problems.linear(3).select()));
      Dataset wrong = Dataset.of("x", Column.of(5, new float[10]));
      assertRefused(
          "data set: column x: float[3] needs rows of 3, found 5; no column y; there are x",
          () -> model.evaluate(wrong));
      assertTrue(Double.isFinite(model.evaluate(Problems.linear(3)).loss()));
    }
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void optionsAreChecked() {
    assertRefused("capacity: 1 or more expected, 0 found", () -> OPTIONS.withCapacity(0));
    assertRefused("threads: 1 or more expected, 0 found", () -> OPTIONS.withThreads(0));
    assertRefused("rate: 0 or more expected, -1.0 found", () -> Optimizer.sgd(-1));
    assertRefused("momentum: 0 to below 1 expected, 1.0 found", () -> new Sgd(1, false));
    assertRefused("nesterov: needs a momentum above 0 and no dampening", () -> new Sgd(0, true));
    assertRefused(
        "limit: above 0 expected, 0.0 found", () -> Optimizer.sgd(1).clip(Clipping.Kind.NORM, 0));
    assertRefused("decay: 0 or more expected, NaN found", () -> Optimizer.adamW(1, Double.NaN));
  }
}
