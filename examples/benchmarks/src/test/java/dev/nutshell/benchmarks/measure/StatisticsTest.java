package dev.nutshell.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void medianOfOddAndEvenCounts() {
    assertEquals(2, Statistics.median(3, 1, 2));
    assertEquals(2.5, Statistics.median(4, 1, 3, 2));
    assertThrows(IllegalArgumentException.class, Statistics::median);
  }

  @Test
  void differencesAreRelativeToTheLargestNumber() {
    float[] expected = {100, -200};
    assertEquals(0.005, Statistics.largestDifference(new float[] {101, -200}, expected), 1e-9);
  }

  @Test
  void differencesOfSmallNumbersAreAbsolute() {
    assertEquals(0.25, Statistics.largestDifference(new float[] {0.5f}, new float[] {0.25f}));
  }

  @Test
  void notANumberIsTheLargestDifference() {
    float[] numbers = {Float.NaN, 1};
    assertEquals(
        Double.POSITIVE_INFINITY, Statistics.largestDifference(numbers, new float[] {0, 1}));
    assertEquals(
        Double.POSITIVE_INFINITY, Statistics.largestDifference(new float[] {0, 1}, numbers));
  }
}
