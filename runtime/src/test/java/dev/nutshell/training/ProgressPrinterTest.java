package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Precision;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

  /** What is printed, with every number as one #. */
  private static String printed(boolean live, FitOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    TrainingOptions training = TrainingOptions.defaults();
    try (LinearModel model =
        new LinearModel(Precision.FLOAT, Problems.IN, Problems.OUT, 0, training)) {
      model.fit(Problems.linear(64), options.progress(new ProgressPrinter(out, live)));
    }
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("[0-9][0-9.,]*", "#");
  }

  /** Makes every step slow enough to be shown. */
  private static final Callback SLOW =
      new Callback() {
        @Override
        public void onBatchEnd(FitRun run) {
          try {
            Thread.sleep(110);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      };

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
    String text = printed(true, FitOptions.epochs(1).callback(SLOW));
    String[] states = text.split("\r\u001b\\[K", -1);
    assertEquals("", states[0]);
    assertTrue(
        states[1].matches("epoch #/#  #/#  loss #  absolute_error #  # samples/s  # (ms|s) left"),
        states[1]);
    assertTrue(
        states[states.length - 1].matches(
            "epoch #/#  loss #  absolute_error #  # samples/s  # (ms|s)\n"),
        text);
  }
}
