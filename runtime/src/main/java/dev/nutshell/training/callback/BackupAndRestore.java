package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Saves a training as it goes on, and resumes it where it was broken off: the weights in the end
 * have the same bits as if it never had been. For that the program is simply started again, with
 * the same network, data, options and callbacks.
 *
 * <p>It is to be the last callback, so that what it saves holds what all others have made of the
 * same step. After the last epoch the file is deleted.
 */
public final class BackupAndRestore implements Callback {

  private final Path file;
  private final long steps;

  /**
   * Saves after every so many steps, and after the steps of each epoch.
   *
   * @param file where
   * @param steps at least 1
   */
  public BackupAndRestore(Path file, long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps: 1 or more expected, " + steps + " found");
    }
    this.file = file;
    this.steps = steps;
  }

  /** Saves after the steps of each epoch. */
  public BackupAndRestore(Path file) {
    this(file, Long.MAX_VALUE);
  }

  /**
   * Resumes, if there is a file.
   *
   * @throws UncheckedIOException if it cannot be read, was damaged, or is of another training
   */
  @Override
  public void onStart(FitRun run) {
    if (Files.exists(file)) {
      try {
        run.resume(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void onBatchEnd(FitRun run) {
    if (run.model().steps() % steps == 0 || run.samplesDone() == run.samplesPerEpoch()) {
      try {
        run.save(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void onEnd(FitRun run, History history) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
