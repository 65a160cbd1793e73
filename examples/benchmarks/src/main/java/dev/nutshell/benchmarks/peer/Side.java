package dev.nutshell.benchmarks.peer;

/** One library with one workload, ready to be timed. */
public interface Side extends AutoCloseable {

  /**
   * Makes so many calls, over the inputs in turn. The loop stands here and not around this method,
   * so that a call of some nanoseconds is not measured with a virtual call of ours.
   */
  void run(long calls);

  @Override
  default void close() {}
}
