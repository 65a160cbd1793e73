package dev.nutshell.shipping.service;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations from any number of threads, without a lock and without garbage. A bucket is a
 * sixteenth of a power of two, so percentiles are exact to 6 %.
 */
final class LatencyHistogram {
  private static final int MANTISSA_BITS = 4;
  private static final int STEPS = 1 << MANTISSA_BITS;

  private final AtomicLongArray counts = new AtomicLongArray(Long.SIZE * STEPS);

  /** Counts a duration, not negative. */
  void record(long nanos) {
    counts.incrementAndGet(bucket(nanos));
  }

  /** Count, p50, p99 and p99.9 in microseconds, as JSON. */
  String toJson() {
    long[] snapshot = new long[counts.length()];
    long total = 0;
    for (int i = 0; i < snapshot.length; i++) {
      snapshot[i] = counts.get(i);
      total += snapshot[i];
    }
    return String.format(
        Locale.ROOT,
        "{\"count\":%d,\"p50_us\":%.1f,\"p99_us\":%.1f,\"p99_9_us\":%.1f}",
        total,
        percentile(snapshot, total, 0.5) / 1e3,
        percentile(snapshot, total, 0.99) / 1e3,
        percentile(snapshot, total, 0.999) / 1e3);
  }

  /** The smallest duration that at least this fraction does not exceed; 0 if there is none. */
  private static long percentile(long[] counts, long total, double fraction) {
    long left = (long) Math.ceil(fraction * total);
    int bucket = -1;
    while (left > 0) {
      left -= counts[++bucket];
    }
    return bucket < 0 ? 0 : upperBorder(bucket);
  }

  private static int bucket(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - MANTISSA_BITS - Long.numberOfLeadingZeros(nanos));
    return shift * STEPS + (int) (nanos >>> shift);
  }

  /** The longest duration of a bucket. */
  private static long upperBorder(int bucket) {
    int shift = Math.max(0, bucket / STEPS - 1);
    return ((long) (bucket - shift * STEPS + 1) << shift) - 1;
  }
}
