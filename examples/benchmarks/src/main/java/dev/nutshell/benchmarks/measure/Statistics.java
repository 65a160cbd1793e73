package dev.nutshell.benchmarks.measure;

import java.util.Arrays;

/** What is said of a row of numbers. */
public final class Statistics {

  private Statistics() {}

  /**
   * The middle number, or the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double median(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no numbers");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The smallest number that at least this fraction of them does not exceed.
   *
   * @param sorted in ascending order
   * @param fraction above 0, up to 1
   */
  public static long percentile(long[] sorted, double fraction) {
    if (sorted.length == 0 || !(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "fraction " + fraction + " of " + sorted.length + " numbers");
    }
    int rank = (int) Math.ceil(fraction * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }

  /**
   * The largest difference of two arrays, in units of the largest number of the second or of 1,
   * whichever is more.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double largestDifference(float[] found, float[] expected) {
    if (found.length != expected.length) {
      throw new IllegalArgumentException(
          found.length + " numbers found, " + expected.length + " expected");
    }
    double scale = 1;
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
      double difference = Math.abs((double) found[i] - expected[i]);
      // A NaN on either side is the largest of differences.
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
    }
    return largest / scale;
  }
}
