package dev.nutshell.processor.graph;

/** A range of integers, both ends included. */
public record Interval(long low, long high) {

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
    return new Interval(low + other.low, high + other.high);
  }

  Interval negate() {
    return new Interval(-high, -low);
  }

  Interval times(Interval other) {
    long a = low * other.low;
    long b = low * other.high;
    long c = high * other.low;
    long d = high * other.high;
    return new Interval(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
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
