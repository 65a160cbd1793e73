package dev.nutshell.data.augment;

import dev.nutshell.inference.ScalarMath;

/**
 * The inverse of the normal distribution function, to about seven digits: algorithm AS 241, PPND7
 * (Wichura 1988). One uniform number makes one normal one, mostly without a logarithm.
 */
final class NormalQuantile {

  /** How far from one half the middle reaches, in which a polynomial of the square will do. */
  private static final double MIDDLE = 0.425;

  private static final double MIDDLE_SQUARE = 0.180625;

  /** In the tails, {@code sqrt(-log p)} up to which the first of two approximations holds. */
  private static final double TAIL = 5;

  private NormalQuantile() {}

  /** The number that a normal one is below with a probability above 0 and below 1. */
  static double of(double probability) {
    double q = probability - 0.5;
    if (Math.abs(q) <= MIDDLE) {
      double r = MIDDLE_SQUARE - q * q;
      return q
          * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
          / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }
    double tail = Math.sqrt(-ScalarMath.log(q < 0 ? probability : 1 - probability));
    double value;
    if (tail <= TAIL) {
      double r = tail - 1.6;
      value =
          (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
              / ((0.12021132975 * r + 0.73700164250) * r + 1);
    } else {
      double r = tail - TAIL;
      value =
          (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
              / ((0.012258202635 * r + 0.24197894225) * r + 1);
    }
    return q < 0 ? -value : value;
  }
}
