package dev.nutshell.processor.graph;

/**
 * A range of integers, both ends included. What sums and products make of ends stops at {@value
 * #FAR}, beyond all integers of a network.
 */
public record Interval(long low, long high) {
  private static final long FAR = 1L << 60;

  /** Any 32-bit integer. */
  public static final Interval ANY = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** One value. */
  public static Interval of(long value) {
    return new Interval(value, value);
  }

  public boolean isSingle() {
    return low == high;
  }

  public boolean isEmpty() {
    return low > high;
  }

  Interval plus(Interval other) {
    return new Interval(near(low + other.low), near(high + other.high));
  }

  Interval negate() {
    return new Interval(-high, -low);
  }

  Interval times(Interval other) {
    long a = product(low, other.low);
    long b = product(low, other.high);
    long c = product(high, other.low);
    long d = product(high, other.high);
    return new Interval(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  private static long product(long a, long b) {
    // The high half is the sign alone where the product fits.
    boolean fits = Math.multiplyHigh(a, b) == (a * b) >> (Long.SIZE - 1);
    return fits ? near(a * b) : (a < 0) == (b < 0) ? FAR : -FAR;
  }

  private static long near(long end) {
    return Math.max(-FAR, Math.min(FAR, end));
  }

  /** What is in both. */
  public Interval meet(Interval other) {
    return new Interval(Math.max(low, other.low), Math.min(high, other.high));
  }

  /** The smallest interval that holds both. */
  public Interval join(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }
}
