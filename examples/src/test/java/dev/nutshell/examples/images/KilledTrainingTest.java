package dev.nutshell.examples.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that trains is killed by the system, twice, and started again. */
class KilledTrainingTest {
  private static final Path IMAGES = Path.of("data", ImageFiles.SAMPLE);
  private static final int[] KILLED_AT = {LongTraining.STEPS_PER_EPOCH / 2, 22};

  @TempDir private Path folder;

  @Test
  void whatIsKilledInMidEpochAndResumedEndsInTheSameWeights() throws Exception {
    Path whole = folder.resolve("whole.safetensors");
    LongTraining.train(IMAGES, folder.resolve("whole.run"), whole);

    Path backup = folder.resolve("killed.run");
    Path resumed = folder.resolve("resumed.safetensors");
    for (int step : KILLED_AT) {
      kill(start(backup, resumed), step);
      assertTrue(Files.exists(backup));
      assertFalse(Files.exists(resumed));
    }
    Process last = start(backup, resumed);
    try (BufferedReader steps = last.inputReader();
        OutputStream answers = last.getOutputStream()) {
      // The backup is of every fourth step.
      assertEquals("21", steps.readLine());
      String step;
      do {
        goOn(answers);
        step = steps.readLine();
      } while (step != null);
    }
    assertEquals(0, last.waitFor());
    assertEquals(-1, Files.mismatch(whole, resumed), "first byte that differs");
    assertFalse(Files.exists(backup));
  }

  private static Process start(Path backup, Path weights) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            LongTraining.class.getName(),
            IMAGES.toString(),
            backup.toString(),
            weights.toString())
        .redirectError(Redirect.INHERIT)
        .start();
  }

  /** Kills a program that waits after a step: on Unix by SIGKILL. */
  private static void kill(Process program, int step) throws Exception {
    try (BufferedReader steps = program.inputReader();
        OutputStream answers = program.getOutputStream()) {
      while (Integer.parseInt(steps.readLine()) < step) {
        goOn(answers);
      }
      program.destroyForcibly();
      assertNotEquals(0, program.waitFor());
    }
  }

  private static void goOn(OutputStream answers) throws IOException {
    answers.write('\n');
    answers.flush();
  }
}
