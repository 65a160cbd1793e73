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
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long WARM_UP_ROUND_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int MOST_WARM_UP_ROUNDS = 10;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int ROUNDS = 11;

  /**
   * Warms up, then measures rounds of calls on this thread.
   *
   * @param call makes {@code callsPerRun} calls
   */
  public static CallCost measure(int callsPerRun, Runnable call) {
    long runsPerRound = Math.max(1, warmUp(call) * ROUND_NANOS / WARM_UP_ROUND_NANOS);
    double[] nanos = new double[ROUNDS];
    long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (long run = 0; run < runsPerRound; run++) {
        call.run();
      }
      nanos[round] = (double) (System.nanoTime() - start) / (runsPerRound * callsPerRun);
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
    Arrays.sort(nanos);
    return new CallCost(nanos[ROUNDS / 2], allocated);
  }

  /**
   * Runs until the JVM has compiled the call. When a thread asks HotSpot for a compilation, HotSpot
   * allocates the string constants of the method on that thread: so a round in which nothing is
   * allocated, after one that let the counters grow, ends the warm-up. A call that does allocate is
   * warmed up for all rounds.
   *
   * @return how often the call was run in the last round
   */
  private static long warmUp(Runnable call) {
    long runs = 0;
    for (int round = 0; round < MOST_WARM_UP_ROUNDS; round++) {
      long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
      runs = 0;
      long start = System.nanoTime();
      while (System.nanoTime() - start < WARM_UP_ROUND_NANOS) {
        call.run();
        runs++;
      }
      boolean quiet = THREADS.getCurrentThreadAllocatedBytes() == allocatedBefore;
      if (quiet && round > 0) {
        break;
      }
    }
    return runs;
  }
}
