package dev.nutshell.training.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Precision;
import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.History;
import dev.nutshell.training.LinearModel;
import dev.nutshell.training.Problems;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Clipping;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.optimizer.ScheduleFreeAdamW;
import dev.nutshell.training.optimizer.Sgd;
import dev.nutshell.training.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings that are broken off and started again. */
class BackupAndRestoreTest {

  private static final Dataset DATA = Problems.linear(40);
  private static final int STEPS_PER_EPOCH = 3;
  private static final int EPOCHS = 5;
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults().withCapacity(16);

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "adamW",
          Optimizer.adamW(0.05, 0.01)
              .schedule(Schedules.cosine(0.05, 12).warmup(3))
              .clip(Clipping.Kind.GLOBAL_NORM, 1),
          "accumulated average",
          Optimizer.of(new Sgd(0.9, true), 0.02).accumulate(2).average(0.8),
          "schedule free",
          Optimizer.of(ScheduleFreeAdamW.defaults(), 0.05));

  @TempDir Path folder;

  /** Stands for a program that is killed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the program after a step. */
  private record Killer(int step) implements Callback {
    @Override
    public void onBatchEnd(FitRun run) {
      if (run.model().steps() == step) {
        throw new Killed();
      }
    }
  }

  private static LinearModel model(Precision precision, String optimizer) {
    LinearModel model = new LinearModel(precision, Problems.IN, Problems.OUT, 0.2, OPTIONS);
    model.optimizer(OPTIMIZERS.get(optimizer));
    return model;
  }

  private static FitOptions options(String optimizer, Callback... more) {
    FitOptions options =
        FitOptions.epochs(EPOCHS)
            .quiet()
            .validation(Problems.linear(60).range(40, 60))
            .callback(new EarlyStopping("absolute_error", false, 2))
            .callback(
                new ReduceOnPlateau(
                    "loss", false, new ReduceOnPlateau.Settings(0.5, 1, 0, 0.1, 0, 0)))
            .callback(new LearningRateScheduler((epoch, rate) -> epoch == 3 ? rate / 2 : rate));
    if (!optimizer.equals("adamW")) {
      options = options.callback(new SwapAverages());
    }
    for (Callback callback : more) {
      options = options.callback(callback);
    }
    return options;
  }

  private static List<List<Evaluation>> evaluations(History history) {
    List<List<Evaluation>> evaluations = new ArrayList<>();
    for (EpochResult result : history.epochs()) {
      evaluations.add(List.of(result.training(), result.validation().orElseThrow()));
    }
    return evaluations;
  }

  @ParameterizedTest
  @CsvSource({
    "adamW, FLOAT, 1",
    "adamW, DOUBLE, 2",
    "adamW, FLOAT, 100",
    "accumulated average, FLOAT, 1",
    "schedule free, FLOAT, 2"
  })
  void whereverItIsBrokenOffItEndsInTheSameBits(String optimizer, Precision precision, long every) {
    String expected;
    List<List<Evaluation>> evaluations;
    try (LinearModel model = model(precision, optimizer)) {
      History history = model.fit(DATA, options(optimizer));
      expected = model.weights().digest();
      evaluations = evaluations(history);
    }
    for (int killed = 1; killed <= STEPS_PER_EPOCH * evaluations.size(); killed++) {
      Path file = folder.resolve(optimizer + killed);
      breakOff(optimizer, precision, every, file, killed);
      FitOptions resumed = options(optimizer, new BackupAndRestore(file, every), new Killer(0));
      try (LinearModel model = model(precision, optimizer)) {
        History history = model.fit(DATA, resumed);
        assertEquals(expected, model.weights().digest(), "killed at step " + killed);
        assertEquals(evaluations, evaluations(history), "killed at step " + killed);
        assertFalse(Files.exists(file));
      }
    }
  }

  private static void breakOff(
      String optimizer, Precision precision, long every, Path file, int step) {
    FitOptions options = options(optimizer, new BackupAndRestore(file, every), new Killer(step));
    try (LinearModel model = model(precision, optimizer)) {
      assertThrows(Killed.class, () -> model.fit(DATA, options));
    }
  }

  /** A file of a training that was broken off in its second epoch. */
  private Path brokenOff() {
    Path file = folder.resolve("run");
    breakOff("adamW", Precision.FLOAT, 1, file, 4);
    assertTrue(Files.exists(file));
    return file;
  }

  private static void assertRefused(String message, Path file, FitOptions options) {
    try (LinearModel model = model(Precision.FLOAT, "adamW")) {
      String before = model.weights().digest();
      UncheckedIOException e =
          assertThrows(UncheckedIOException.class, () -> model.fit(DATA, options));
      assertEquals(message, e.getCause().getMessage());
      assertEquals(before, model.weights().digest());
      assertTrue(Files.exists(file));
    }
  }

  @Test
  void anotherTrainingIsRefused() throws IOException {
    Path file = brokenOff();
    FitOptions smaller = FitOptions.epochs(2).quiet().batchSize(8);
    LinearModel model = model(Precision.FLOAT, "adamW");
    String spec = model.spec() + " " + model.spec().fingerprint();
    model.close();
    String optimizer = OPTIMIZERS.get("adamW").toString();
    assertRefused(
        file
            + " is of another training:\n  "
            + spec
            + ", seed 0, 40 samples in shuffled batches of 16, "
            + optimizer
            + ", callbacks [EarlyStopping, ReduceOnPlateau, LearningRateScheduler,"
            + " BackupAndRestore, Killer, ]\nin place of\n  "
            + spec
            + ", seed 0, 40 samples in shuffled batches of 8, "
            + optimizer
            + ", callbacks [BackupAndRestore, ]",
        file,
        smaller.callback(new BackupAndRestore(file)));
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Path file = brokenOff();
    byte[] bytes = Files.readAllBytes(file);
    FitOptions options = options("adamW", new BackupAndRestore(file), new Killer(0));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertRefused(file + " was damaged", file, options);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    assertRefused(file + " was damaged", file, options);
    Files.writeString(file, "something else");
    assertRefused(file + " is no backup of a training", file, options);
  }
}
