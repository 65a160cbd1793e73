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
   * The largest difference of two arrays, in units of the largest number of the second or of 1,
   * whichever is more; infinite if one of them is not a number.
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
      if (Double.isNaN(difference)) {
        return Double.POSITIVE_INFINITY;
      }
      largest = Math.max(largest, difference);
    }
    return largest / scale;
  }
}
