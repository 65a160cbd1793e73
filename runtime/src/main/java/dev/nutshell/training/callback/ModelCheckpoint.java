package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitRun;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Saves the weights in files while a training goes on: the best, or those of every n-th epoch. */
public final class ModelCheckpoint implements Callback {

  private static final String EPOCH = "{epoch}";

  private final Path file;
  private final int epochs;

  /** The measure that decides; null if every n-th epoch is saved. */
  private final String measure;

  private final Best best;

  private ModelCheckpoint(Path file, int epochs, String measure, boolean higherIsBetter) {
    this.file = file;
    this.epochs = epochs;
    this.measure = measure;
    this.best = new Best(higherIsBetter, 0, 0);
  }

  /**
   * Saves the weights whenever a loss or metric is the best so far; judged by the validation data,
   * or by the training steps where there are none.
   *
   * @param file where; {@code {epoch}} in its name stands for the number of the epoch
   * @param measure the name of the loss or metric, or {@code loss} for the sum of all
   * @param higherIsBetter whether it is to grow, as accuracy is
   */
  public static ModelCheckpoint best(Path file, String measure, boolean higherIsBetter) {
    return new ModelCheckpoint(file, 1, measure, higherIsBetter);
  }

  /**
   * Saves the weights after every so many epochs.
   *
   * @param file where; {@code {epoch}} in its name stands for the number of the epoch, without it
   *     the last file is written over
   * @param epochs at least 1
   */
  public static ModelCheckpoint every(Path file, int epochs) {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs: 1 or more expected, " + epochs + " found");
    }
    return new ModelCheckpoint(file, epochs, null, false);
  }

  @Override
  public void onStart(FitRun run) {
    best.clear();
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    boolean saves =
        measure == null
            ? result.epoch() % epochs == 0
            : best.improvedBy(result.judged().get(measure));
    if (saves) {
      String name = file.getFileName().toString().replace(EPOCH, "" + result.epoch());
      try {
        run.model().save(file.resolveSibling(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    best.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    best.read(in);
  }
}
