package dev.nutshell.training.initializer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {

  private static Storage draw(String text, Integer... shape) {
    int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    Storage values = Storage.allocate(Precision.DOUBLE, size);
    Initializer.parse(text, List.of(shape))
        .fill(values, RandomStream.named(3, RandomStream.INITIAL_VALUES, "fc.W"));
    return values;
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
  void severalConstantsFillEqualPartsOfTheLastDimension() {
    Storage values = draw("constant(0,1,-2)", 2, 6);
    double[] row = {0, 0, 1, 1, -2, -2};
    for (int i = 0; i < values.size(); i++) {
      assertEquals(row[i % 6], values.get(i));
    }
  }

  @Test
  void scalarsAndVectorsHaveFans() {
    assertTrue(Math.abs(draw("glorot_uniform").get(0)) <= Math.sqrt(3));
    assertTrue(Math.abs(draw("glorot_uniform", 12).get(0)) <= 0.5);
  }

  @ParameterizedTest
  @CsvSource({"6, 4", "4, 6", "5, 5", "7, 1"})
  void orthogonalMatrices(int rows, int columns) {
    Storage w = draw("orthogonal(2)", 1, rows, columns);
    int vectors = Math.min(rows, columns);
    for (int a = 0; a < vectors; a++) {
      for (int b = 0; b < vectors; b++) {
        double product = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          product +=
              rows < columns
                  ? w.get(a * columns + i) * w.get(b * columns + i)
                  : w.get(i * columns + a) * w.get(i * columns + b);
        }
        assertEquals(a == b ? 4 : 0, product, 1e-14, a + " and " + b);
      }
    }
  }

  @Test
  void identityMatrices() {
    Storage w = draw("identity(3)", 2, 3);
    double[] expected = {3, 0, 0, 0, 3, 0};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], w.get(i));
    }
    Exception e = assertThrows(IllegalArgumentException.class, () -> draw("identity", 2, 3, 4));
    assertEquals("initializer identity: a matrix expected, shape [2, 3, 4] found", e.getMessage());
  }

  /** Computed by Keras' formulas with NumPy. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stft.real.hann.density(0) | 0,0,0,0.7071067811865,0,-0.7071067811865,0.7071067811865,-0.7071067811865,0.7071067811865,0,0,0",
        "stft.imag.hamming.spectrum(1) | 0,0,0,0,-0.25,0,0,0,0,0,0.25,0",
        "stft | 0,0,0,0.7071067811865,0,-0.7071067811865,0.7071067811865,-0.7071067811865,0.7071067811865,0,0,0",
      })
  void shortTimeFourierTransforms(String text, String expected) {
    Storage w = draw(text, 4, 1, 3);
    String[] numbers = expected.split(",", -1);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(Double.parseDouble(numbers[i]), w.get(i), 1e-12, "element " + i);
    }
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
        "orthogonality | unknown; there are zeros, ones, constant, identity, random_normal,"
            + " random_uniform, truncated_normal, glorot_uniform, glorot_normal, he_uniform,"
            + " he_normal, lecun_uniform, lecun_normal, variance_scaling, orthogonal, stft, unadapted",
        "variance_scaling.fan | one of fan_in, fan_out, fan_avg expected, 'fan' found",
        "variance_scaling.fan_in.normal | one of truncated_normal, untruncated_normal, uniform"
            + " expected, 'normal' found",
        "variance_scaling(0) | a scale above 0 expected, 0.0 found",
        "stft | a shape [frame, 1, bins] expected, [2, 2] found",
        "constant | 1 arguments expected, 0 found",
        "zeros(1) | 0 arguments expected, 1 found",
        "random_normal(1) | 2 arguments expected, 1 found",
        "he_normal(2) | 0 arguments expected, 1 found",
        "constant(1,2,3) | a last dimension of 3 equal parts expected, shape [2, 2] found",
        "constant(x) | number expected, 'x' found",
        "constant( | ) expected at the end",
      })
  void malformedTextsAreRefused(String text, String message) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Initializer.parse(text, List.of(2, 2)));
    assertEquals("initializer " + text + ": " + message, e.getMessage());
  }
}
