package dev.nutshell.processor.execution;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what the present thread allocates. */
final class Allocation {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
}
