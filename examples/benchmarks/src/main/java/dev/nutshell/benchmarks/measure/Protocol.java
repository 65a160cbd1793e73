package dev.nutshell.benchmarks.measure;

import java.util.concurrent.TimeUnit;

/**
 * How long is measured.
 *
 * @param warmUpNanos the least each side is run before the first round counts
 * @param roundNanos about how long a round of one side takes
 * @param rounds how many rounds are measured
 * @param longestNanos after which no further round of all sides begins, except the first three
 */
public record Protocol(long warmUpNanos, long roundNanos, int rounds, long longestNanos) {

  /** What a published number is measured by: 5 s of warm-up, 41 rounds of 50 ms. */
  public static Protocol full() {
    return new Protocol(
        TimeUnit.SECONDS.toNanos(5),
        TimeUnit.MILLISECONDS.toNanos(50),
        41,
        TimeUnit.SECONDS.toNanos(60));
  }

  /** To see that everything works. */
  public static Protocol quick() {
    return new Protocol(
        TimeUnit.SECONDS.toNanos(1),
        TimeUnit.MILLISECONDS.toNanos(50),
        7,
        TimeUnit.SECONDS.toNanos(10));
  }
}
