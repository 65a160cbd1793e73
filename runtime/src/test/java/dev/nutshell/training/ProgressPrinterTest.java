package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.callback.LambdaCallback;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {
  /** A clock, in seconds, that callbacks move on. */
  private double clock;

  /** What is printed, with every number as one #. */
  private String printed(boolean live, FitOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    TrainingOptions training = TrainingOptions.defaults();
    try (LinearModel model =
        new LinearModel(Precision.FLOAT, Problems.IN, Problems.OUT, 0, training)) {
      ProgressPrinter printer = new ProgressPrinter(out, live, () -> (long) (clock * 1e9));
      model.fit(Problems.linear(64), options.progress(printer));
    }
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("[0-9][0-9.,]*", "#");
  }

  /** Makes every step slow enough to be shown. */
  private final Callback slow = new LambdaCallback().batchEnd(run -> clock += 0.11);

  @Test
  void elsewhereALinePerEpoch() {
    assertEquals(
        "epoch #/#  loss #  absolute_error #  # samples/s  # ms\n".repeat(2),
        printed(false, FitOptions.epochs(2)));
  }

  @Test
  void validationIsShown() {
    assertEquals(
        "epoch #/#  loss #  absolute_error #  validation: loss #  absolute_error #"
            + "  # samples/s  # ms\n",
        printed(false, FitOptions.epochs(1).validation(Problems.linear(8))));
  }

  @Test
  void onATerminalTheLineIsRewritten() {
    String text = printed(true, FitOptions.epochs(1).callback(slow));
    String[] states = text.split("\r\u001b\\[K", -1);
    assertEquals("", states[0]);
    assertTrue(
        states[1].matches(
            "\u001b\\[\\?#l"
                + "epoch #/#  #/#  # samples/s  # (ms|s) left  loss #  absolute_error #"
                + "\u001b\\[\\?#h"),
        states[1]);
    assertTrue(
        states[states.length - 1].matches(
            "epoch #/#  loss #  absolute_error #  # samples/s  # (ms|s)\n"),
        text);
  }

  private String lines(FitOptions options, int samples) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ProgressPrinter printer = new ProgressPrinter(out, false, () -> (long) (clock * 1e9));
    try (LinearModel model =
        new LinearModel(
            Precision.FLOAT, Problems.IN, Problems.OUT, 0, TrainingOptions.defaults())) {
      model.fit(Problems.linear(samples), options.progress(printer));
    }
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replaceAll("loss [0-9.]*  absolute_error [0-9.]*", "…");
  }

  @Test
  void slowFirstStepsDoNotCountForTheTimeThatIsLeft() {
    FitOptions options =
        FitOptions.epochs(1)
            .batchSize(1)
            .callback(
                new LambdaCallback().batchEnd(run -> clock += run.samplesDone() <= 2 ? 10 : 1));
    List<String> lines = lines(options, 64).lines().toList();
    assertEquals("epoch 1/1  1/64  0 samples/s  10 min 30 s left  …", lines.get(0));
    assertEquals("epoch 1/1  2/64  0 samples/s  10 min 20 s left  …", lines.get(1));
    assertEquals("epoch 1/1  12/64  1 samples/s  52 s left  …", lines.get(2));
    assertEquals("epoch 1/1  62/64  1 samples/s  2 s left  …", lines.get(7));
  }

  @Test
  void theSpeedOfAnEpochIsThatOfItsSteps() {
    FitOptions options =
        FitOptions.epochs(1)
            .batchSize(16)
            .validation(Problems.linear(4))
            .callback(
                new LambdaCallback()
                    .batchEnd(run -> clock += 2)
                    .epochEnd((run, result) -> clock += 50));
    String line = lines(options, 64);
    assertTrue(line.startsWith("epoch 1/1  …  validation: …  8 samples/s  "), line);
  }
}
