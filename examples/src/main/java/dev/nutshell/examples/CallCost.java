package dev.nutshell.examples;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What a call costs once the JVM has compiled it.
 *
 * @param nanos the median over the rounds of the mean time of a call, in nanoseconds
 * @param bytes what the calling thread allocated in all rounds together, as the JVM counts it
 */
public record CallCost(double nanos, long bytes) {
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int ROUNDS = 11;

  /**
   * Warms up, then measures rounds of calls on this thread.
   *
   * @param call makes {@code callsPerRun} calls
   */
  public static CallCost measure(int callsPerRun, Runnable call) {
    long runsPerRound = Math.max(1, warmUp(call) * ROUND_NANOS / WARM_UP_NANOS);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] nanos = new double[ROUNDS];
    long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (long run = 0; run < runsPerRound; run++) {
        call.run();
      }
      nanos[round] = (double) (System.nanoTime() - start) / (runsPerRound * callsPerRun);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
    Arrays.sort(nanos);
    return new CallCost(nanos[ROUNDS / 2], allocated);
  }

  /** Returns how often the call could be run in the time of the warm-up. */
  private static long warmUp(Runnable call) {
    long runs = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      call.run();
      runs++;
    }
    return runs;
  }
}
