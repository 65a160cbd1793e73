package dev.nutshell.inference;

/**
 * Sine and cosine. Those of {@link StrictMath} allocate in JDK 25 where the angle has to be
 * reduced, which no code of a network may.
 */
final class Trigonometry {

  private static final double TWO_OVER_PI = 0.6366197723675814;

  /** Half of pi in two parts, the second what the first lacks. */
  private static final double HALF_PI_HIGH = 1.5707963267948966;

  private static final double HALF_PI_LOW = 6.123233995736766e-17;

  /** Below it, the product with the high part is exact; above, angles are left to StrictMath. */
  private static final double LARGEST = 0x1p40;

  private Trigonometry() {}

  static double sin(double x) {
    if (!(Math.abs(x) < LARGEST)) {
      return StrictMath.sin(x);
    }
    double n = Math.rint(x * TWO_OVER_PI);
    return quadrant((long) n, remainder(x, n));
  }

  static double cos(double x) {
    if (!(Math.abs(x) < LARGEST)) {
      return StrictMath.cos(x);
    }
    double n = Math.rint(x * TWO_OVER_PI);
    return quadrant((long) n + 1, remainder(x, n));
  }

  /** x less n quarter turns: within pi/4, and a little. */
  private static double remainder(double x, double n) {
    return Math.fma(n, -HALF_PI_LOW, Math.fma(n, -HALF_PI_HIGH, x));
  }

  /** The sine of r plus so many quarter turns. */
  private static double quadrant(long quarters, double r) {
    double value = (quarters & 1) == 0 ? smallSin(r) : smallCos(r);
    return (quarters & 2) == 0 ? value : -value;
  }

  private static double smallSin(double r) {
    double z = r * r;
    double p = 1.5874251640093164e-10;
    p = p * z - 2.5050427508668358e-08;
    p = p * z + 2.755731217028383e-06;
    p = p * z - 0.00019841269827884766;
    p = p * z + 0.008333333333324042;
    p = p * z - 0.16666666666666657;
    return r + r * z * p;
  }

  private static double smallCos(double r) {
    double z = r * r;
    double p = -1.13551788827563e-11;
    p = p * z + 2.087570557714001e-09;
    p = p * z - 2.755731481138535e-07;
    p = p * z + 2.4801587293213554e-05;
    p = p * z - 0.0013888888888883076;
    p = p * z + 0.04166666666666666;
    return 1 - z / 2 + z * z * p;
  }
}
