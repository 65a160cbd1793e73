package dev.nutshell.inference;

/**
 * x to the power of y. That of {@link StrictMath} allocates, in JDK 17 as in 25, which no code of a
 * network may.
 */
final class Power {

  private static final double LN2_HIGH = 0.6931471805599453;
  private static final double LN2_LOW = 2.3190468138462996e-17;
  private static final double SUBNORMAL_SCALE = 0x1p54;
  private static final int SUBNORMAL_EXPONENT = 54;
  private static final int FRACTION_BITS = 52;
  private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));

  /** From here on every number is an even integer. */
  private static final double ALL_EVEN = 0x1p53;

  private Power() {}

  /** x to the power of y, within 4 ulp; special cases as {@link StrictMath#pow}. */
  static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    double a = Math.abs(x);
    if (Double.isInfinite(y)) {
      return a == 1 ? Double.NaN : a > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    boolean integer = y == Math.rint(y);
    if (x < 0 && a < Double.POSITIVE_INFINITY && !integer) {
      return Double.NaN;
    }
    double magnitude;
    if (a == 0 || a == Double.POSITIVE_INFINITY) {
      magnitude = a > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
    } else {
      magnitude = ofPositive(a, y);
    }
    boolean odd = integer && Math.abs(y) < ALL_EVEN && ((long) y & 1) != 0;
    return odd ? Math.copySign(magnitude, x) : magnitude;
  }

  /**
   * exp(y log x), with the logarithm as the sum of two numbers: x = m 2^k with m from sqrt(1/2) to
   * sqrt(2), and log m = 2 artanh s with s = (m - 1) / (m + 1).
   */
  private static double ofPositive(double x, double y) {
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * SUBNORMAL_SCALE : x);
    long exponent = (bits - SQRT_HALF_BITS) >> FRACTION_BITS;
    double f = Double.longBitsToDouble(bits - (exponent << FRACTION_BITS)) - 1;
    double k = exponent - (subnormal ? SUBNORMAL_EXPONENT : 0);

    double d = f + 2;
    double s = f / d;
    double sLow = (Math.fma(-s, d, f) - s * (f - (d - 2))) / d;
    double z = s * s;
    // The series of artanh; what follows is below 1e-18 of the sum.
    double p = 1.0 / 23;
    p = p * z + 1.0 / 21;
    p = p * z + 1.0 / 19;
    p = p * z + 1.0 / 17;
    p = p * z + 1.0 / 15;
    p = p * z + 1.0 / 13;
    p = p * z + 1.0 / 11;
    p = p * z + 1.0 / 9;
    p = p * z + 1.0 / 7;
    p = p * z + 1.0 / 5;
    p = p * z + 1.0 / 3;

    double scale = k * LN2_HIGH;
    double main = scale + 2 * s;
    // The larger summand comes first: 2 s is below ln 2 / 2, and k is 0 or at least 1.
    double rest = k == 0 ? 0 : scale - main + 2 * s;
    rest += Math.fma(k, LN2_HIGH, -scale) + k * LN2_LOW + 2 * (sLow + s * z * p);
    double high = main + rest;
    double low = main - high + rest;

    double product = y * high;
    double result = StrictMath.exp(product);
    if (result == 0 || result == Double.POSITIVE_INFINITY) {
      return result;
    }
    return Math.fma(result, Math.fma(y, high, -product) + y * low, result);
  }
}
