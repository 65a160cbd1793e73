package dev.nutshell.report;

import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the result of each epoch for TensorBoard, as Keras does: {@code epoch_loss}, {@code
 * epoch_learning_rate} and each measure, in event files of the folders {@code train} and {@code
 * validation}. Epochs count from 0 there.
 */
public final class TensorBoard implements Callback {

  private final Path folder;
  private EventFile train;
  private EventFile validation;

  /** Writes below that folder, which is made if need be. */
  public TensorBoard(Path folder) {
    this.folder = folder;
  }

  @Override
  public void onStart(FitRun run) {
    long millis = System.currentTimeMillis();
    train = new EventFile(folder.resolve("train"), millis);
    validation = new EventFile(folder.resolve("validation"), millis);
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    int step = result.epoch() - 1;
    try {
      write(train, step, result.training());
      train.scalar("epoch_learning_rate", run.model().optimization().rate(), step);
      if (result.validation().isPresent()) {
        write(validation, step, result.validation().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(EventFile file, int step, Evaluation evaluation) throws IOException {
    file.scalar("epoch_loss", evaluation.loss(), step);
    for (Map.Entry<String, Double> measure : evaluation.measures().entrySet()) {
      file.scalar("epoch_" + measure.getKey(), measure.getValue(), step);
    }
  }
}
