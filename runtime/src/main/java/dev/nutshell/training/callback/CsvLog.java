package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the result of each epoch in a CSV file: {@code epoch}, {@code loss} and each measure by
 * its name, then the same of the validation data with {@code val_} before.
 */
public final class CsvLog implements Callback {

  private final Path file;

  /** Writes that file, in a folder that exists; a training that is not resumed makes it anew. */
  public CsvLog(Path file) {
    this.file = file;
  }

  /** Refuses a file without a folder before anything is trained. */
  @Override
  public void onStart(FitRun run) {
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "cannot save to " + file + ": the folder " + folder + " does not exist");
    }
  }

  /** The file is written as a whole: then it is right after a resumption too. */
  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    StringBuilder text = new StringBuilder("epoch");
    appendNames(text, "", result.training());
    result.validation().ifPresent(validation -> appendNames(text, "val_", validation));
    List<EpochResult> results = run.results();
    for (EpochResult each : results) {
      text.append('\n').append(each.epoch());
      appendValues(text, each.training());
      each.validation().ifPresent(validation -> appendValues(text, validation));
    }
    try {
      Files.writeString(file, text.append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void appendNames(StringBuilder text, String prefix, Evaluation evaluation) {
    text.append(',').append(prefix).append("loss");
    for (String name : evaluation.measures().keySet()) {
      text.append(',').append(prefix).append(name);
    }
  }

  private static void appendValues(StringBuilder text, Evaluation evaluation) {
    text.append(',').append(evaluation.loss());
    for (double value : evaluation.measures().values()) {
      text.append(',').append(value);
    }
  }
}
