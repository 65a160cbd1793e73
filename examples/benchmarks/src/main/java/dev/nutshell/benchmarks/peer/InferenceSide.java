package dev.nutshell.benchmarks.peer;

/** One library that predicts. */
public interface InferenceSide extends Side {

  /**
   * Predicts one of the task's inputs, to be compared.
   *
   * @return the outputs of the batch, channels last, in an array of the caller's own
   */
  float[] predict(int input);
}
