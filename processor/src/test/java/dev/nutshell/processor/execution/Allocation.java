package dev.nutshell.processor.execution;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what the present thread allocates. */
final class Allocation {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** How long vector code may take to be compiled; until then each of its vectors is an object. */
  private static final long MOST_NANOS_TO_COMPILE = 20_000_000_000L;

  private Allocation() {}

  /** The bytes that a step allocates once it has run a few times: the least of some rounds. */
  static long ofStep(Runnable step) {
    for (int i = 0; i < WARM_UP; i++) {
      step.run();
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      step.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** The same, after so many runs as it takes until there is nothing more to compile. */
  static long ofCompiledStep(Runnable step) {
    long end = System.nanoTime() + MOST_NANOS_TO_COMPILE;
    long bytes = ofStep(step);
    while (bytes > 0 && System.nanoTime() < end) {
      bytes = ofStep(step);
    }
    return bytes;
  }
}
