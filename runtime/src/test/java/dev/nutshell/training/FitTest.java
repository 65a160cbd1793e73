package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.training.callback.EarlyStopping;
import dev.nutshell.training.callback.LambdaCallback;
import dev.nutshell.training.optimizer.Optimizer;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FitTest {

  private static final Dataset DATA = Problems.linear(50);
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults().withCapacity(16);

  private static LinearModel model() {
    return new LinearModel(Precision.FLOAT, Problems.IN, Problems.OUT, 0, OPTIONS);
  }

  /** Which samples each batch of a training took, by their first x. */
  private static List<List<Double>> batches(FitOptions options) {
    List<List<Double>> batches = new ArrayList<>();
    try (LinearModel model = model()) {
      int[] done = new int[1];
      model.fit(
          DATA,
          options
              .quiet()
              .callback(
                  new Callback() {
                    @Override
                    public void onBatchEnd(FitRun run) {
                      int n = run.samplesDone() - (run.samplesDone() < done[0] ? 0 : done[0]);
                      done[0] = run.samplesDone();
                      List<Double> batch = new ArrayList<>();
                      for (int row = 0; row < n; row++) {
                        batch.add(model.inputs[0].get(row * Problems.IN));
                      }
                      batches.add(batch);
                    }
                  }));
    }
    return batches;
  }

  @Test
  void learnsTheRelation() {
    try (LinearModel model = model()) {
      model.optimizer(Optimizer.adam(0.05));
      History history = model.fit(DATA, FitOptions.epochs(200).quiet());
      assertEquals(200, history.epochs().size());
      assertEquals(200, history.last().epoch());
      assertTrue(history.epochs().get(0).training().loss() > 0.1);
      assertTrue(model.evaluate(DATA).loss() < 1e-6);
      // y0 = 0.25 + 0 x0 + 1 x1 + 2 x2
      assertEquals(0.25, model.variables().get("fc.b").get(0), 1e-3);
      assertEquals(2, model.variables().get("fc.W").get(4), 1e-3);
    }
  }

  @Test
  void everyEpochTakesEverySampleOnceInANewOrder() {
    List<List<Double>> batches = batches(FitOptions.epochs(2));
    assertEquals(List.of(16, 16, 16, 2, 16, 16, 16, 2), batches.stream().map(List::size).toList());
    List<Double> first = batches.subList(0, 4).stream().flatMap(List::stream).toList();
    List<Double> second = batches.subList(4, 8).stream().flatMap(List::stream).toList();
    assertNotEquals(first, second);
    assertEquals(first.stream().sorted().toList(), second.stream().sorted().toList());
    double[] all = new double[50];
    Arrays.setAll(all, i -> DATA.column("x").get(i * Problems.IN));
    assertEquals(Arrays.stream(all).sorted().boxed().toList(), first.stream().sorted().toList());
    assertEquals(batches, batches(FitOptions.epochs(2)));
  }

  @Test
  void unshuffledTakesTheOrderOfTheData() {
    List<List<Double>> batches = batches(FitOptions.epochs(1).unshuffled().batchSize(10));
    assertEquals(5, batches.size());
    assertEquals(DATA.column("x").get(30 * Problems.IN), batches.get(3).get(0));
  }

  @Test
  void validationIsReportedAndNotTrainedOn() {
    Dataset validation = Problems.linear(70).range(50, 70);
    try (LinearModel with = model();
        LinearModel without = model()) {
      History history = with.fit(DATA, FitOptions.epochs(3).quiet().validation(validation));
      without.fit(DATA, FitOptions.epochs(3).quiet());
      assertEquals(without.weights().digest(), with.weights().digest());
      assertEquals(with.evaluate(validation), history.last().validation().orElseThrow());
      assertEquals(history.last().judged(), history.last().validation().orElseThrow());
    }
  }

  @Test
  void aFractionIsSetAside() {
    List<List<Double>> batches = batches(FitOptions.epochs(1).validationFraction(0.2));
    assertEquals(40, batches.stream().mapToInt(List::size).sum());
  }

  @Test
  void callbacksAreToldInOrderAndMayStop() {
    List<String> told = new ArrayList<>();
    Callback recorder =
        new Callback() {
          @Override
          public void onStart(FitRun run) {
            told.add("start of " + run.epochs());
          }

          @Override
          public void onBatchEnd(FitRun run) {
            told.add(run.epoch() + ": " + run.samplesDone() + "/" + run.samplesPerEpoch());
          }

          @Override
          public void onEpochEnd(FitRun run, EpochResult result) {
            told.add("end of " + result.epoch());
            if (result.epoch() == 2) {
              run.stop();
            }
          }

          @Override
          public void onEnd(FitRun run, History history) {
            told.add("end after " + history.epochs().size());
          }
        };
    try (LinearModel model = model()) {
      model.fit(DATA.range(0, 20), FitOptions.epochs(9).quiet().callback(recorder));
    }
    assertEquals(
        List.of(
            "start of 9",
            "1: 16/20",
            "1: 20/20",
            "end of 1",
            "2: 16/20",
            "2: 20/20",
            "end of 2",
            "end after 2"),
        told);
  }

  @Test
  void aTrainingOfSoManyStepsEndsWithinAnEpoch() {
    List<String> told = new ArrayList<>();
    Callback recorder =
        new LambdaCallback()
            .batchEnd(
                run -> told.add(run.epoch() + ": " + run.samplesDone() + ", " + run.samplesLeft()))
            .epochEnd((run, result) -> told.add("end of " + run.epoch() + "/" + run.epochs()));
    try (LinearModel model = model()) {
      model.fit(DATA, FitOptions.steps(6).quiet().callback(recorder));
      assertEquals(6, model.steps());
    }
    assertEquals(
        List.of(
            "1: 16, 66",
            "1: 32, 50",
            "1: 48, 34",
            "1: 50, 32",
            "end of 1/2",
            "2: 16, 16",
            "2: 32, 0",
            "end of 2/2"),
        told);
  }

  @Test
  void stepsAreThoseOfEpochs() {
    List<List<Double>> twoEpochs = batches(FitOptions.epochs(2));
    assertEquals(twoEpochs, batches(FitOptions.steps(8)));
    assertEquals(twoEpochs.subList(0, 3), batches(FitOptions.steps(3)));
    assertRefused("steps: 1 or more expected, 0 found", () -> FitOptions.steps(0));
  }

  @Test
  void shortArraysArePartOfTheText() {
    List<Double> four = List.of(0.5, 1.0, 0.25, 0.0);
    Map<String, List<Double>> arrays = new LinkedHashMap<>();
    arrays.put("f1_score", four);
    arrays.put("counts", Collections.nCopies(17, 1.0));
    Evaluation evaluation = new Evaluation(2, Map.of("cross_entropy", 2.0), arrays);
    assertEquals("loss 2.0000  f1_score [0.5000 1.0000 0.2500 0.0000]", evaluation.toString());
  }

  @Test
  void reportsTakeATrainingAndAWriter() {
    try (LinearModel model = model()) {
      Path file = Path.of("report.html");
      IllegalStateException early =
          assertThrows(IllegalStateException.class, () -> model.report(file));
      assertEquals("nothing to report on: call fit first", early.getMessage());
      model.fit(DATA, FitOptions.steps(1).quiet());
      IllegalStateException missing =
          assertThrows(IllegalStateException.class, () -> model.report(file));
      assertEquals(
          "no writer of reports: add dev.nutshell:nutshell-report to the class path or module path",
          missing.getMessage());
    }
  }

  @Test
  void aClosedTrainingKeepsNoRun() {
    LinearModel model = model();
    model.fit(DATA, FitOptions.steps(1).quiet());
    model.close();
    IllegalStateException closed =
        assertThrows(IllegalStateException.class, () -> model.report(Path.of("report.html")));
    assertEquals("the training is closed", closed.getMessage());
  }

  @Test
  void whatWasTrainedOnIsNotKept() {
    try (LinearModel model = model()) {
      WeakReference<Dataset> trainedOn = fitAndForget(model);
      for (int i = 0; i < 100 && trainedOn.get() != null; i++) {
        System.gc();
      }
      assertNull(trainedOn.get());
    }
  }

  private static WeakReference<Dataset> fitAndForget(LinearModel model) {
    Dataset data = Problems.linear(20);
    model.fit(data, FitOptions.epochs(1).validation(DATA).quiet());
    return new WeakReference<>(data);
  }

  @Test
  void earlyStoppingGoesBackToTheBest() {
    try (LinearModel model = model()) {
      // Each epoch makes it worse: the first is the best.
      model.optimizer(Optimizer.sgd(1).schedule(update -> update < 4 ? 0.001 : -0.05));
      String[] afterFirst = new String[1];
      History history =
          model.fit(
              DATA,
              FitOptions.epochs(20)
                  .quiet()
                  .validation(DATA)
                  .callback(new EarlyStopping(3))
                  .callback(
                      new Callback() {
                        @Override
                        public void onEpochEnd(FitRun run, EpochResult result) {
                          if (result.epoch() == 1) {
                            afterFirst[0] = run.model().weights().digest();
                          }
                        }
                      }));
      assertEquals(4, history.epochs().size());
      assertEquals(afterFirst[0], model.weights().digest());
    }
  }

  @Test
  void earlyStoppingCanWatchWhatIsToGrow() {
    try (LinearModel model = model()) {
      model.optimizer(Optimizer.sgd(0.01));
      History history =
          model.fit(
              DATA,
              FitOptions.epochs(20).quiet().callback(new EarlyStopping("absolute_error", true, 2)));
      assertEquals(3, history.epochs().size());
    }
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingAndLeavesAllVariablesAsBeforeItsStep() {
    float[] x = new float[50 * Problems.IN];
    Arrays.fill(x, 1);
    x[40 * Problems.IN] = Float.NaN;
    Dataset data = Dataset.of("x", Column.of(Problems.IN, x)).with("y", DATA.column("y"));
    List<String> digests = new ArrayList<>();
    Callback recorder =
        new Callback() {
          @Override
          public void onBatchEnd(FitRun run) {
            digests.add(run.model().weights().digest());
          }
        };
    try (LinearModel model = model()) {
      Exception e =
          assertThrows(
              TrainingException.class,
              () -> model.fit(data, FitOptions.epochs(2).quiet().unshuffled().callback(recorder)));
      assertEquals(
          "the loss is NaN in epoch 1, step 3, samples 32 to 47; parameters and states are those"
              + " before this step. A lower learning rate, clipped gradients or scaled inputs may"
              + " help",
          e.getMessage());
      assertEquals(2, model.steps());
      assertEquals(2, digests.size());
      assertEquals(digests.get(1), model.weights().digest());
      assertTrue(model.variables().get("mean").get(0) > 0);
    }
  }

  @Test
  void whatCannotBeTrainedIsRefusedFirst() {
    try (LinearModel model = model()) {
      String before = model.weights().digest();
      FitOptions options = FitOptions.epochs(1).quiet();
      assertRefused(
          "the data set has no sample to train on", () -> model.fit(DATA.select(), options));
      assertRefused(
          "the validation data set is empty",
          () -> model.fit(DATA, options.validation(DATA.select())));
      assertRefused(
          "batchSize: 17 exceeds the capacity of 16", () -> model.fit(DATA, options.batchSize(17)));
      assertRefused(
          "data set: no column y; there are x",
          () -> model.fit(Dataset.of("x", DATA.column("x")), options));
      assertRefused(
          "data set: no column x; no column y; there are z",
          () -> model.fit(DATA, options.validation(Dataset.of("z", DATA.column("x")))));
      assertEquals(before, model.weights().digest());
    }
    assertRefused("epochs: 1 or more expected, 0 found", () -> FitOptions.epochs(0));
    assertRefused(
        "batchSize: 1 or more expected, 0 found", () -> FitOptions.epochs(1).batchSize(0));
    assertRefused(
        "validationFraction: between 0 and 1 expected, 1.0 found",
        () -> FitOptions.epochs(1).validationFraction(1));
    assertRefused("patience: 1 or more expected, 0 found", () -> new EarlyStopping(0));
  }

  @Test
  void whatIsClosedTrainsNoMore() {
    LinearModel model = model();
    model.close();
    FitOptions options = FitOptions.epochs(1).quiet();
    for (Executable call :
        List.<Executable>of(() -> model.fit(DATA, options), () -> model.step(1))) {
      assertEquals(
          "the training is closed", assertThrows(IllegalStateException.class, call).getMessage());
    }
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
