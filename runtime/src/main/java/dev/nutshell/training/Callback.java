package dev.nutshell.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Is told how a training goes on, and may stop it by {@link FitRun#stop()}. */
public interface Callback {

  /** Training begins. */
  default void onStart(FitRun run) {}

  /** An epoch begins; not told of an epoch that a resumed training was broken off in. */
  default void onEpochStart(FitRun run) {}

  /** A step was done. */
  default void onBatchEnd(FitRun run) {}

  /**
   * Whether the training is to end as if stopped where the loss is no finite number, and not with
   * this exception. Parameters and states are those before the step.
   */
  default boolean stopsInsteadOf(TrainingException problem) {
    return false;
  }

  /** The steps of an epoch were done; if there are validation data, they come next. */
  default void onStepsEnd(FitRun run) {}

  /** An epoch was done, validation included. */
  default void onEpochEnd(FitRun run, EpochResult result) {}

  /** Training ends, because all epochs were done or a callback stopped it. */
  default void onEnd(FitRun run, History history) {}

  /**
   * Writes what this callback has to know of the epochs so far, for a training that is resumed.
   *
   * @throws IOException if it cannot be written
   */
  default void write(DataOutput out) throws IOException {}

  /**
   * Reads what {@link #write} wrote, after {@link #onStart}.
   *
   * @throws IOException if it cannot be read
   */
  default void read(DataInput in) throws IOException {}
}
