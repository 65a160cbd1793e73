package dev.nutshell.inference;

/**
 * The elementary functions of every network, and its randomness.
 *
 * <p>They are part of the semantics: the interpreter, the scalar code and any other renderer give
 * the bits that these give, on every platform and JDK. So nothing here rests on {@link Math}, whose
 * functions may differ by machine, but for those it defines exactly: {@code fma}, {@code sqrt},
 * {@code abs} and the like.
 *
 * <p>In single precision the functions that a network evaluates for every element ({@code exp},
 * {@code expm1}, {@code tanh}, {@code erf}) are polynomials in single precision, of {@code fma} and
 * selections only, so that vector code can follow them operation by operation. The others compute
 * in double precision and round once. The largest error of each is stated in units in the last
 * place of the exact result (ulp); not-a-number gives not-a-number.
 *
 * <p>In double precision they are those of {@link StrictMath}, but for the error function, which it
 * lacks, and for sine, cosine and power, which allocate there.
 */
public final class ScalarMath {

  private static final float LOG2_E = 1.442695f;

  /** The natural logarithm of 2 in two parts, the second what the first lacks. */
  private static final float LN2_HIGH = 0.6931472f;

  private static final float LN2_LOW = -1.9046542e-9f;
  private static final double LN2 = 0.6931471805599453;

  /** Added to a float below 2^22, leaves its nearest integer in the low bits. */
  private static final float ROUNDER = 0x1.8p23f;

  private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
  private static final int FLOAT_BIAS = 127;
  private static final int FLOAT_FRACTION_BITS = 23;
  private static final int DOUBLE_FRACTION_BITS = 52;
  private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));

  private ScalarMath() {}

  /**
   * e to the power of x, within 1.1 ulp. A result below 1.82e-38, which is near the smallest normal
   * number, is 0: numbers smaller than that slow processors down a hundredfold.
   */
  public static float exp(float x) {
    float t = Math.fma(x, LOG2_E, ROUNDER);
    int n = Float.floatToRawIntBits(t) - ROUNDER_BITS;
    float y = 1 + reducedExpm1(x, t - ROUNDER);
    // As 2^128 is no float: twice the number by half the power.
    float result = (y + y) * powerOfTwo(n - 1);
    result = x < -86.9f ? 0 : result;
    return x > 89 ? Float.POSITIVE_INFINITY : result;
  }

  /** {@link #exp} of a number from -80 to 80, or of not-a-number. */
  private static float moderateExp(float x) {
    float t = Math.fma(x, LOG2_E, ROUNDER);
    int n = Float.floatToRawIntBits(t) - ROUNDER_BITS;
    return (1 + reducedExpm1(x, t - ROUNDER)) * powerOfTwo(n);
  }

  /** e to the power of x, less 1, within 2 ulp also near 0. */
  public static float expm1(float x) {
    float clamped = Math.max(x, -30);
    float t = Math.fma(clamped, LOG2_E, ROUNDER);
    int n = Float.floatToRawIntBits(t) - ROUNDER_BITS;
    float scale = powerOfTwo(n);
    float result = Math.fma(scale, reducedExpm1(clamped, t - ROUNDER), scale - 1);
    // Above 18 the 1 is less than half a unit; at 0 the sign is kept.
    result = x > 18 ? exp(x) : result;
    return x == 0 ? x : result;
  }

  /** exp(x - n ln 2) - 1, for n the integer nearest to x / ln 2. */
  private static float reducedExpm1(float x, float n) {
    float r = Math.fma(n, -LN2_HIGH, x);
    r = Math.fma(n, -LN2_LOW, r);
    float p = 0.0013946786f;
    p = Math.fma(p, r, 0.008366778f);
    p = Math.fma(p, r, 0.041666277f);
    p = Math.fma(p, r, 0.16666542f);
    p = Math.fma(p, r, 0.5f);
    return Math.fma(p, r * r, r);
  }

  private static float powerOfTwo(int n) {
    return Float.intBitsToFloat((n + FLOAT_BIAS) << FLOAT_FRACTION_BITS);
  }

  /** The hyperbolic tangent, within 2 ulp. */
  public static float tanh(float x) {
    float z = x * x;
    float p = -0.005717045f;
    p = Math.fma(p, z, 0.020650588f);
    p = Math.fma(p, z, -0.053743497f);
    p = Math.fma(p, z, 0.13331491f);
    p = Math.fma(p, z, -0.33333284f);
    float small = Math.fma(p, x * z, x);
    float a = Math.abs(x);
    // From 9.02 on the result is 1.
    float large = 1 - 2 / (moderateExp(2 * (a > 10 ? 10 : a)) + 1);
    // The sign is that of x in any case; copying it keeps that of zero.
    return Math.copySign(a < 0.625f ? small : large, x);
  }

  /** The error function, 2/sqrt(pi) times the integral of exp(-t²) from 0 to x, within 2 ulp. */
  public static float erf(float x) {
    float z = x * x;
    float p = -0.00060133956f;
    p = Math.fma(p, z, 0.0049980013f);
    p = Math.fma(p, z, -0.026770232f);
    p = Math.fma(p, z, 0.11281927f);
    p = Math.fma(p, z, -0.37612507f);
    p = Math.fma(p, z, 0.12837915f);
    float small = Math.fma(p, x, x);
    float a = Math.abs(x);
    // The logarithm of 1 - erf; from 3.93 on the result is 1.
    float b = a > 4 ? 4 : a;
    float q = 0.00019494577f;
    q = Math.fma(q, b, -0.0030336834f);
    q = Math.fma(q, b, 0.022189742f);
    q = Math.fma(q, b, -0.10385631f);
    q = Math.fma(q, b, -0.6372658f);
    q = Math.fma(q, b, -1.1276274f);
    q = Math.fma(q, b, -0.00020701755f);
    return a < 0.921875f ? small : Math.copySign(1 - moderateExp(q), x);
  }

  /** The natural logarithm, within 1 ulp; of 0 minus infinity, of less not-a-number. */
  public static float log(float x) {
    float result = (float) logOfNormal(x);
    result = x == 0 ? Float.NEGATIVE_INFINITY : result;
    result = x < 0 ? Float.NaN : result;
    return x < Float.POSITIVE_INFINITY ? result : x;
  }

  /** The natural logarithm of 1 + x, within 1 ulp also near 0. */
  public static float log1p(float x) {
    double u = 1 + (double) x;
    // What rounding took from u, relative to u.
    double lost = (x - (u - 1)) / u;
    float result = (float) (logOfNormal(u) + lost);
    result = x == -1 ? Float.NEGATIVE_INFINITY : result;
    result = x < -1 ? Float.NaN : result;
    result = x == 0 ? x : result;
    return x < Float.POSITIVE_INFINITY ? result : x;
  }

  /**
   * The logarithm of a positive normal number, to a relative 1e-10: x = m 2^k with m from sqrt(1/2)
   * to sqrt(2), and log m = 2 artanh((m - 1) / (m + 1)) as a series.
   */
  private static double logOfNormal(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long k = (bits - SQRT_HALF_BITS) >> DOUBLE_FRACTION_BITS;
    double m = Double.longBitsToDouble(bits - (k << DOUBLE_FRACTION_BITS));
    double s = (m - 1) / (m + 1);
    double z = s * s;
    double p = 1.0 / 13;
    p = p * z + 1.0 / 11;
    p = p * z + 1.0 / 9;
    p = p * z + 1.0 / 7;
    p = p * z + 1.0 / 5;
    p = p * z + 1.0 / 3;
    return k * LN2 + 2 * (s + s * z * p);
  }

  /** The sine, within 1 ulp. */
  public static float sin(float x) {
    return (float) Trigonometry.sin(x);
  }

  /** The cosine, within 1 ulp. */
  public static float cos(float x) {
    return (float) Trigonometry.cos(x);
  }

  /** x to the power of y, within 1 ulp; special cases as {@link StrictMath#pow}. */
  public static float pow(float x, float y) {
    return (float) Power.pow(x, y);
  }

  /** The square root, correctly rounded. */
  public static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  /** e to the power of x. */
  public static double exp(double x) {
    return StrictMath.exp(x);
  }

  /** e to the power of x, less 1. */
  public static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  /** The hyperbolic tangent. */
  public static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  /** The error function, within 1e-15. */
  public static double erf(double x) {
    double a = Math.abs(x);
    if (a < 1) {
      double z = x * x;
      double p = -7.795898827002142e-10;
      p = p * z + 1.3720064546777686e-08;
      p = p * z - 1.6208483801871705e-07;
      p = p * z + 1.6447424703317362e-06;
      p = p * z - 1.492473690741966e-05;
      p = p * z + 0.00012055294904839707;
      p = p * z - 0.0008548325975389692;
      p = p * z + 0.0052239776071164225;
      p = p * z - 0.02686617064323777;
      p = p * z + 0.11283791670945006;
      p = p * z - 0.37612638903183543;
      p = p * z + 1.1283791670955126;
      return p * x;
    }
    if (a >= 6) {
      return Math.copySign(1, x);
    }
    // (1 - erf) exp(a²), nearly a polynomial in t; not-a-number passes through.
    double t = (a - 3) / (a + 3);
    double p = 1.2801900862962662e-06;
    p = p * t + 2.023603179641757e-06;
    p = p * t - 8.008021319412685e-06;
    p = p * t - 1.284889451252353e-05;
    p = p * t + 6.406182073530546e-05;
    p = p * t + 4.525472635483354e-05;
    p = p * t - 0.0005970623517093284;
    p = p * t + 0.0007077464443901538;
    p = p * t + 0.004269136347508256;
    p = p * t - 0.024392499318273194;
    p = p * t + 0.07166583719774874;
    p = p * t - 0.15011593650078744;
    p = p * t + 0.24560380171233195;
    p = p * t - 0.32623356004303716;
    p = p * t + 0.17900115118138996;
    return Math.copySign(1 - p * StrictMath.exp(-a * a), x);
  }

  /** The natural logarithm. */
  public static double log(double x) {
    return StrictMath.log(x);
  }

  /** The natural logarithm of 1 + x. */
  public static double log1p(double x) {
    return StrictMath.log1p(x);
  }

  /** The sine, within 3e-16. */
  public static double sin(double x) {
    return Trigonometry.sin(x);
  }

  /** The cosine, within 3e-16. */
  public static double cos(double x) {
    return Trigonometry.cos(x);
  }

  /** x to the power of y, within 4 ulp; special cases as {@link StrictMath#pow}. */
  public static double pow(double x, double y) {
    return Power.pow(x, y);
  }

  /** The square root, correctly rounded. */
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /**
   * A random number from 0 to below 1, one of 2^24, as a function of where it is used: neither the
   * order nor the thread of the calls matters, and the backward pass can ask for it again. It is
   * the beginning of {@link #uniformDouble} with the same arguments.
   *
   * @param seed the seed of the training
   * @param step the training step
   * @param stream tells the places in a network that use random numbers apart
   * @param sample the index of the sample in the epoch
   * @param element the index of the element in the sample's tensor
   */
  public static float uniform(long seed, long step, long stream, int sample, int element) {
    return (hash(seed, step, stream, sample, element) >>> 40) * 0x1p-24f;
  }

  /** A random number from 0 to below 1, one of 2^53, as by {@link #uniform}. */
  public static double uniformDouble(long seed, long step, long stream, int sample, int element) {
    return (hash(seed, step, stream, sample, element) >>> 11) * 0x1p-53;
  }

  /** The innermost loop runs over elements: all but the last mixing is the same for a sample. */
  private static long hash(long seed, long step, long stream, int sample, int element) {
    return mix(mix(mix(mix(mix(seed) + step) + stream) + sample) + element);
  }

  /**
   * One step of SplitMix64 (Steele, Lea and Flood 2014) with Stafford's thirteenth constants: every
   * bit of the word changes every bit of the result with a probability near one half.
   */
  private static long mix(long word) {
    long z = word * 0x9e3779b97f4a7c15L + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
