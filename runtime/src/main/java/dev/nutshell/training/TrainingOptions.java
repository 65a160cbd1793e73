package dev.nutshell.training;

/**
 * What a training object is built with.
 *
 * @param capacity the most samples of one step, at least 1; memory grows with it
 * @param threads how many threads share a step, the caller's among them, at least 1; the result is
 *     the same to the bit for any number
 * @param seed what initial values, shuffling and dropout are drawn from
 */
public record TrainingOptions(int capacity, int threads, long seed) {

  /** Checks the numbers. */
  public TrainingOptions {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: 1 or more expected, " + capacity + " found");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: 1 or more expected, " + threads + " found");
    }
  }

  /** 32 samples a step, the caller's thread alone, seed 0. */
  public static TrainingOptions defaults() {
    return new TrainingOptions(32, 1, 0);
  }

  /** These options with another capacity. */
  public TrainingOptions withCapacity(int value) {
    return new TrainingOptions(value, threads, seed);
  }

  /** These options with another number of threads. */
  public TrainingOptions withThreads(int value) {
    return new TrainingOptions(capacity, value, seed);
  }

  /** These options with another seed. */
  public TrainingOptions withSeed(long value) {
    return new TrainingOptions(capacity, threads, value);
  }
}
