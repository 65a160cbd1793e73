package dev.nutshell.data.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.GaussianNoise;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.augment.RandomFlip;
import dev.nutshell.data.pipeline.Pipeline;
import dev.nutshell.inference.ScalarMath;
import dev.nutshell.training.Callback;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.callback.BackupAndRestore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedAugmentationTest {

  private static final ImageShape SHAPE = new ImageShape(2, 3, 1);
  private static final int SAMPLES = 40;
  private static final int CAPACITY = 16;

  /** Stands for a program that is killed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Pipeline data() {
    float[] x = new float[SAMPLES * SHAPE.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = ScalarMath.uniform(3, 0, 0, 0, i);
    }
    float[] y = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      y[i] = x[i * SHAPE.size()];
    }
    return Pipeline.of(Dataset.of("x", Column.of(SHAPE.size(), x)).with("y", Column.of(1, y)))
        .augment(RandomFlip.horizontal(SHAPE), "x")
        .augment(new GaussianNoise(0.2), "x")
        .mixup(0.5, "x", "y");
  }

  private static String fit(Dataset data, FitOptions options, long seed) {
    TrainingOptions training =
        TrainingOptions.defaults().withCapacity(CAPACITY).withSeed(seed).withThreads(2);
    try (LinearNetwork network = new LinearNetwork(SHAPE.size(), training)) {
      network.fit(data, options.quiet());
      return network.weights().digest();
    }
  }

  @Test
  void prefetchingChangesNoBit() {
    FitOptions options = FitOptions.epochs(3).validationFraction(0.2);
    assertEquals(fit(data(), options, 1), fit(data().prefetch(2), options, 1));
    assertNotEquals(fit(data(), options, 1), fit(data(), options, 2));
  }

  @Test
  void aTrainingThatWasKilledEndsInTheSameBits(@TempDir Path folder) {
    FitOptions options = FitOptions.epochs(3);
    String expected = fit(data().prefetch(2), options, 5);
    for (int step = 1; step <= 9; step++) {
      int killed = step;
      BackupAndRestore backup = new BackupAndRestore(folder.resolve("run" + step), 1);
      Callback killer =
          new Callback() {
            @Override
            public void onBatchEnd(FitRun run) {
              if (run.model().steps() == killed) {
                throw new Killed();
              }
            }
          };
      FitOptions first = options.callback(backup).callback(killer);
      assertThrows(Killed.class, () -> fit(data().prefetch(2), first, 5));
      FitOptions second = options.callback(backup).callback(new Callback() {});
      assertEquals(expected, fit(data(), second, 5), "killed at step " + step);
    }
  }
}
