package dev.nutshell.inference;

/**
 * The elementary functions of every network, and its randomness.
 *
 * <p>They are part of the semantics: the interpreter, the generated scalar code and any other
 * renderer give the bits that these give, on every platform.
 */
public final class ScalarMath {

  private ScalarMath() {}

  public static float exp(float x) {
    return (float) StrictMath.exp(x);
  }

  public static float expm1(float x) {
    return (float) StrictMath.expm1(x);
  }

  public static float log(float x) {
    return (float) StrictMath.log(x);
  }

  public static float log1p(float x) {
    return (float) StrictMath.log1p(x);
  }

  public static float tanh(float x) {
    return (float) StrictMath.tanh(x);
  }

  public static float erf(float x) {
    return (float) erf((double) x);
  }

  public static float sin(float x) {
    return (float) StrictMath.sin(x);
  }

  public static float cos(float x) {
    return (float) StrictMath.cos(x);
  }

  public static float pow(float x, float y) {
    return (float) StrictMath.pow(x, y);
  }

  public static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  public static double exp(double x) {
    return StrictMath.exp(x);
  }

  public static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  public static double log(double x) {
    return StrictMath.log(x);
  }

  public static double log1p(double x) {
    return StrictMath.log1p(x);
  }

  public static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  public static double erf(double x) {
    throw new UnsupportedOperationException();
  }

  public static double sin(double x) {
    return StrictMath.sin(x);
  }

  public static double cos(double x) {
    return StrictMath.cos(x);
  }

  public static double pow(double x, double y) {
    return StrictMath.pow(x, y);
  }

  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /** Top 24 bits of {@link #uniformDouble}. */
  public static float uniform(long seed, long step, long stream, int sample, int element) {
    return (mix(seed, step, stream, sample, element) >>> 40) * 0x1p-24f;
  }

  public static double uniformDouble(
      long seed, long step, long stream, int sample, int element) {
    return (mix(seed, step, stream, sample, element) >>> 11) * 0x1p-53;
  }

  private static long mix(long seed, long step, long stream, int sample, int element) {
    return mix(mix(mix(mix(mix(seed) + step) + stream) + sample) + element);
  }

  private static long mix(long word) {
    long z = word + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
