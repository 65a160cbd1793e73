package dev.nutshell.training.storage;

/**
 * Keeps averages from ending as denormal numbers, which a processor multiplies ten to a hundred
 * times more slowly than others.
 *
 * <p>An average of gradients that have become 0 shrinks by a factor in every step; it would reach
 * the smallest numbers there are and stay among them, since the product is rounded to the same
 * number again. What is added to a far larger number and freed of it is 0 or a multiple of the
 * larger one's last digit, and if it has any weight it is unchanged. There is no branch, which
 * would keep HotSpot from vectorising a loop, and few operations, more than some twenty of which do
 * the same.
 */
public final class Underflow {

  private static final float AVERAGE = 0x1p-80f;
  private static final double AVERAGE_DOUBLE = 0x1p-900;

  // The square of what remains, times the smallest share of it that an average takes, is normal.
  private static final float SQUARED = 0x1p-32f;
  private static final double SQUARED_DOUBLE = 0x1p-450;

  private static final float LEAST_SQUARE = 0x1p-110f;
  private static final double LEAST_SQUARE_DOUBLE = 0x1p-950;

  private Underflow() {}

  /** An average: below 1e-31 it is rounded to 0. */
  public static float flush(float average) {
    return (average + AVERAGE) - AVERAGE;
  }

  /** An average: below 1e-287 it is rounded to 0. */
  public static double flush(double average) {
    return (average + AVERAGE_DOUBLE) - AVERAGE_DOUBLE;
  }

  /** A gradient that will be squared: below 1e-17 it is rounded to 0. */
  public static float squarable(float gradient) {
    return (gradient + SQUARED) - SQUARED;
  }

  /** A gradient that will be squared: below 1e-151 it is rounded to 0. */
  public static double squarable(double gradient) {
    return (gradient + SQUARED_DOUBLE) - SQUARED_DOUBLE;
  }

  /** An average of squares, which is not negative: above 7e-34. */
  public static float lift(float square) {
    return square + LEAST_SQUARE;
  }

  /** An average of squares, which is not negative: above 1e-286. */
  public static double lift(double square) {
    return square + LEAST_SQUARE_DOUBLE;
  }
}
