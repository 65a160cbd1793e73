package dev.nutshell.benchmarks.peer;

/**
 * A library to compare with.
 *
 * <p>Whatever is thrown when a side is opened, a {@link LinkageError} of a missing native library
 * among it, means that this peer cannot be had for the workload, and is reported so.
 */
public interface Peer {

  /** What the table calls it. */
  String name();

  /**
   * Prepares inference on one thread.
   *
   * @throws UnsupportedOperationException if the library cannot express the network
   * @throws Exception if it cannot be used here
   */
  InferenceSide open(InferenceTask task) throws Exception;

  /** Whether it trains networks at all. */
  default boolean trains() {
    return false;
  }

  /**
   * Prepares training on one thread.
   *
   * @throws UnsupportedOperationException if the library does not train or cannot express the
   *     network
   * @throws Exception if it cannot be used here
   */
  default TrainingSide open(TrainingTask task) throws Exception {
    throw new UnsupportedOperationException("does not train");
  }
}
