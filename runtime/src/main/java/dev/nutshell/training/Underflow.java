package dev.nutshell.training;

/**
 * Keeps numbers that decay from ending as denormal ones, which a processor multiplies a hundred
 * times more slowly than others.
 *
 * <p>An average of gradients that have become 0 shrinks by a factor in every step; it would reach
 * the smallest denormal number and stay there, since the rounded product is that number again. A
 * number that is added to a far larger one and freed of it again is a multiple of the larger one's
 * last digit: 0 or not denormal. Numbers of any weight come back unchanged. Two additions, and no
 * branch that a vectorised loop would have to blend.
 */
final class Underflow {

  private static final float AVERAGE = 0x1p-80f;
  private static final double AVERAGE_DOUBLE = 0x1p-900;

  // The square of what remains, times the smallest share of it that an average takes, is normal.
  private static final float SQUARED = 0x1p-32f;
  private static final double SQUARED_DOUBLE = 0x1p-450;

  private Underflow() {}

  /** An average as it is kept: below about 1e-31 it is rounded to 0. */
  static float flush(float average) {
    return (average + AVERAGE) - AVERAGE;
  }

  /** An average as it is kept: below about 1e-287 it is rounded to 0. */
  static double flush(double average) {
    return (average + AVERAGE_DOUBLE) - AVERAGE_DOUBLE;
  }

  /** A gradient that will be squared: below about 1e-17 it is rounded to 0. */
  static float squarable(float gradient) {
    return (gradient + SQUARED) - SQUARED;
  }

  /** A gradient that will be squared: below about 1e-151 it is rounded to 0. */
  static double squarable(double gradient) {
    return (gradient + SQUARED_DOUBLE) - SQUARED_DOUBLE;
  }
}
