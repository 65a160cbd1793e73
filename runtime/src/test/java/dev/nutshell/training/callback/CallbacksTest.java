package dev.nutshell.training.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.History;
import dev.nutshell.training.LinearModel;
import dev.nutshell.training.Problems;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {

  private static final Dataset DATA = Problems.linear(40);

  private final LinearModel model =
      new LinearModel(
          Precision.FLOAT,
          Problems.IN,
          Problems.OUT,
          0,
          TrainingOptions.defaults().withCapacity(16));

  @TempDir Path folder;

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void logsNeedTheirFolder() {
    Path file = folder.resolve("none").resolve("m.csv");
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> model.fit(DATA, FitOptions.epochs(1).quiet().callback(new CsvLog(file))));
    assertEquals(
        "cannot save to " + file + ": the folder " + file.getParent() + " does not exist",
        e.getMessage());
    assertEquals(0, model.steps());
  }

  @Test
  void checkpointsOfEveryOtherEpoch() throws IOException {
    List<String> digests = new ArrayList<>();
    model.fit(
        DATA,
        FitOptions.epochs(5)
            .quiet()
            .callback(ModelCheckpoint.every(folder.resolve("w-{epoch}.safetensors"), 2))
            .callback(
                new LambdaCallback()
                    .epochEnd((run, result) -> digests.add(run.model().weights().digest()))));
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("w-2.safetensors", "w-4.safetensors"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    model.restore(folder.resolve("w-2.safetensors"));
    assertEquals(digests.get(1), model.weights().digest());
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> ModelCheckpoint.every(folder, 0));
    assertEquals("epochs: 1 or more expected, 0 found", e.getMessage());
  }

  @Test
  void theBestIsKept() throws IOException {
    // Better in two epochs, then worse.
    model.optimizer(Optimizer.sgd(1).schedule(update -> update < 6 ? 0.05 : -0.05));
    List<String> digests = new ArrayList<>();
    Path file = folder.resolve("best");
    History history =
        model.fit(
            DATA,
            FitOptions.epochs(5)
                .quiet()
                .validation(DATA)
                .callback(ModelCheckpoint.best(file, "loss", false))
                .callback(
                    new LambdaCallback()
                        .epochEnd((run, result) -> digests.add(run.model().weights().digest()))));
    List<Double> losses = history.epochs().stream().map(each -> each.judged().loss()).toList();
    int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
    assertEquals(1, best);
    model.restore(file);
    assertEquals(digests.get(best), model.weights().digest());
  }

  @Test
  void rowsOfCsv() throws IOException {
    Path file = folder.resolve("log.csv");
    History history =
        model.fit(DATA, FitOptions.epochs(2).quiet().validation(DATA).callback(new CsvLog(file)));
    List<String> lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    assertEquals(
        "epoch,loss,squared_error,absolute_error,val_loss,val_squared_error,val_absolute_error",
        lines.get(0));
    EpochResult last = history.last();
    assertEquals(
        "2,"
            + last.training().loss()
            + ","
            + last.training().get("squared_error")
            + ","
            + last.training().get("absolute_error")
            + ","
            + last.judged().loss()
            + ","
            + last.judged().get("squared_error")
            + ","
            + last.judged().get("absolute_error"),
        lines.get(2));
  }

  @Test
  void aLossThatIsNoNumberEndsTheTraining() {
    float[] x = new float[40 * Problems.IN];
    Arrays.fill(x, 1);
    x[20 * Problems.IN] = Float.NaN;
    Dataset data = Dataset.of("x", Column.of(Problems.IN, x)).with("y", DATA.column("y"));
    History history =
        model.fit(data, FitOptions.epochs(9).quiet().unshuffled().callback(new TerminateOnNaN()));
    assertEquals(1, history.epochs().size());
    assertEquals(1, model.steps());
    assertTrue(Double.isFinite(history.last().training().loss()));
    assertTrue(Double.isFinite(model.variables().get("fc.W").get(0)));
  }

  @Test
  void ratesOfEpochs() {
    List<Double> rates = new ArrayList<>();
    model.optimizer(Optimizer.sgd(0.1));
    model.fit(
        DATA,
        FitOptions.epochs(4)
            .quiet()
            .callback(new LearningRateScheduler((epoch, rate) -> epoch > 2 ? rate / 2 : rate))
            .callback(
                new LambdaCallback()
                    .epochStart(run -> rates.add(run.model().optimization().rate()))));
    assertEquals(List.of(0.1, 0.1, 0.05, 0.025), rates);
  }

  @Test
  void lambdasAreToldInOrder() {
    List<String> told = new ArrayList<>();
    model.fit(
        DATA,
        FitOptions.epochs(1)
            .quiet()
            .callback(
                new LambdaCallback()
                    .start(run -> told.add("start"))
                    .epochStart(run -> told.add("epoch " + run.epoch()))
                    .batchEnd(run -> told.add("batch to " + run.samplesDone()))
                    .epochEnd((run, result) -> told.add("result of " + result.epoch()))
                    .end((run, history) -> told.add("end"))));
    assertEquals(
        List.of(
            "start", "epoch 1", "batch to 16", "batch to 32", "batch to 40", "result of 1", "end"),
        told);
  }

  @Test
  void averagesAreValidatedAndKept() {
    model.optimizer(Optimizer.sgd(0.1).average(0.9));
    List<String> starts = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    model.fit(
        DATA,
        FitOptions.epochs(2)
            .quiet()
            .callback(new SwapAverages())
            .callback(
                new LambdaCallback()
                    .epochStart(run -> starts.add(run.model().weights().digest()))
                    .epochEnd((run, result) -> ends.add(run.model().weights().digest()))));
    assertNotEquals(ends.get(0), starts.get(1));
    assertEquals(ends.get(1), model.weights().digest());
    assertTrue(model.optimization().averages().areExchanged());
    // What was trained is what is trained without the averages.
    model.optimization().averages().exchange();
    String trained = model.weights().digest();
    model.initialize();
    model.optimizer(Optimizer.sgd(0.1));
    model.fit(DATA, FitOptions.epochs(2).quiet());
    assertEquals(trained, model.weights().digest());
    assertFalse(model.optimization().averages().areKept());
  }
}
