package dev.nutshell.inference;

/**
 * Values to try a network on: always the same ones, without order and of both signs, as in use; in
 * a row of zeros, say, compiled code would learn to expect no other.
 */
public final class TrialValues {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MULTIPLIER = 0xBF58476D1CE4E5B9L;

  private TrialValues() {}

  /** Numbers between -1 and 1. */
  public static float[] floats(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) real(i);
    }
    return values;
  }

  /** Numbers between -1 and 1. */
  public static double[] doubles(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = real(i);
    }
    return values;
  }

  /** Numbers from 0 to below a bound. */
  public static int[] ints(int size, int bound) {
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = (int) (bits(i) % bound);
    }
    return values;
  }

  /** Some true, some false. */
  public static boolean[] booleans(int size) {
    boolean[] values = new boolean[size];
    for (int i = 0; i < size; i++) {
      values[i] = bits(i) % 2 == 0;
    }
    return values;
  }

  /** Any bytes. */
  public static byte[] bytes(int size) {
    byte[] values = new byte[size];
    for (int i = 0; i < size; i++) {
      values[i] = (byte) bits(i);
    }
    return values;
  }

  private static double real(int index) {
    return bits(index) / (double) (1L << 30) - 1;
  }

  /** 31 bits, by the finalizer of SplitMix64. */
  private static long bits(int index) {
    long mixed = (index + 1) * GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * MULTIPLIER;
    return (mixed ^ (mixed >>> 27)) >>> 33;
  }
}
