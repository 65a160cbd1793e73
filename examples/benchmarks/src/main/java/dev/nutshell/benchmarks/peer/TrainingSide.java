package dev.nutshell.benchmarks.peer;

/** One library that trains. */
public interface TrainingSide extends Side {

  /**
   * Makes one step on one of the task's batches.
   *
   * @return the loss before the update
   */
  double step(int batch);
}
