package dev.nutshell.benchmarks.measure;

/**
 * Counts of durations in buckets that are narrower than one percent; recording allocates nothing.
 * Below 256 ns every nanosecond is a bucket.
 */
public final class LatencyHistogram {
  /** Bits of a duration, from its highest on, that a bucket distinguishes. */
  private static final int PRECISION_BITS = 8;

  private static final int HALF = 1 << (PRECISION_BITS - 1);

  private final long[] counts = new long[(Long.SIZE - PRECISION_BITS + 2) * HALF];
  private long total;

  /** Counts a duration in nanoseconds, not negative. */
  public void record(long nanos) {
    counts[bucket(nanos)]++;
    total++;
  }

  /** Adds all counts of another histogram. */
  public void add(LatencyHistogram other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  /** How many durations were counted. */
  public long count() {
    return total;
  }

  /**
   * The smallest duration that at least this fraction does not exceed, at the lower border of its
   * bucket.
   *
   * @param fraction above 0, up to 1
   * @throws IllegalStateException if nothing was counted
   */
  public long percentile(double fraction) {
    if (total == 0) {
      throw new IllegalStateException("nothing was counted");
    }
    long wanted = Math.max(1, (long) Math.ceil(fraction * total));
    long seen = 0;
    int bucket = -1;
    while (seen < wanted) {
      bucket++;
      seen += counts[bucket];
    }
    return lowerBorder(bucket);
  }

  private static int bucket(long nanos) {
    int shift = Math.max(0, Long.SIZE - PRECISION_BITS - Long.numberOfLeadingZeros(nanos));
    return shift * HALF + (int) (nanos >>> shift);
  }

  private static long lowerBorder(int bucket) {
    int shift = Math.max(0, bucket / HALF - 1);
    return (long) (bucket - shift * HALF) << shift;
  }
}
