package dev.nutshell.training.initializer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.training.storage.Storage;
import dev.nutshell.inference.Precision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {

  private static Storage draw(String text, Integer... shape) {
    int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    Storage values = Storage.allocate(Precision.DOUBLE, size);
    Initializer.parse(text, List.of(shape))
        .fill(values, RandomStream.named(3, RandomStream.INITIAL_VALUES, "fc.W"));
    return values;
  }

  /** Mean, variance and bound by the rules of Keras. */
  @ParameterizedTest
  @CsvFileSource(resources = "initializers.csv", useHeadersInDisplayName = true)
  void drawsAsKerasDoes(
      String initializer, String shape, double mean, double variance, Double bound) {
    Storage values =
        draw(
            initializer,
            Arrays.stream(shape.split("x")).map(Integer::valueOf).toArray(Integer[]::new));
    int n = values.size();
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double value = values.get(i);
      sum += value;
      squares += (value - mean) * (value - mean);
      largest = Math.max(largest, Math.abs(value));
    }
    assertEquals(mean, sum / n, 4 * Math.sqrt(variance / n));
    // The variance of a variance estimate is at most that of a normal distribution.
    assertEquals(variance, squares / n, 4 * variance * Math.sqrt(2.0 / n));
    if (bound != null) {
      assertTrue(largest <= bound * (1 + 1e-12), largest + " exceeds " + bound);
      assertTrue(largest > 0.99 * bound, largest + " stays far below " + bound);
    }
  }

  @ParameterizedTest
  @CsvSource({"zeros, 0", "ones, 1", "constant(-0.25), -0.25", "'random_uniform(2,2)', 2"})
  void constants(String text, double expected) {
    Storage values = draw(text, 2, 3);
    for (int i = 0; i < values.size(); i++) {
      assertEquals(expected, values.get(i));
    }
  }

  @Test
  void scalarsAndVectorsHaveFans() {
    assertTrue(Math.abs(draw("glorot_uniform").get(0)) <= Math.sqrt(3));
    assertTrue(Math.abs(draw("glorot_uniform", 12).get(0)) <= 0.5);
  }

  /** Pinned, because a change would change every network trained from a seed. */
  @Test
  void theSameNumbersEverywhere() {
    assertEquals(1.577958317474196, draw("random_normal(0,1)", 4).get(2));
    assertEquals(-0.5994926699601946, draw("glorot_uniform", 4, 4).get(7));
    assertEquals(0.2693115329456618, draw("he_normal", 4, 4).get(15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orthogonal | unknown; there are zeros, ones, constant, random_normal, random_uniform,"
            + " truncated_normal, glorot_uniform, glorot_normal, he_uniform, he_normal,"
            + " lecun_uniform, lecun_normal",
        "constant | 1 arguments expected, 0 found",
        "zeros(1) | 0 arguments expected, 1 found",
        "random_normal(1) | 2 arguments expected, 1 found",
        "he_normal(2) | 0 arguments expected, 1 found",
        "constant(x) | number expected, 'x' found",
        "constant( | ) expected at the end",
      })
  void malformedTextsAreRefused(String text, String message) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Initializer.parse(text, List.of(2, 2)));
    assertEquals("initializer " + text + ": " + message, e.getMessage());
  }
}
