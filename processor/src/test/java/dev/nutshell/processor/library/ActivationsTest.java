package dev.nutshell.processor.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations that no reference case has, and what must hold far from 0 and at 0. */
class ActivationsTest {

  @Test
  void sparseActivationsHaveThreePieces() {
    double[] x = {-2, -1, 0, 0.5, 1, 3};
    assertArrayEquals(
        new double[] {0, 0, 0.25, 0.5625, 1, 3}, LibraryValues.of("sparse_plus(x)", x));
    assertArrayEquals(
        new double[] {0, 0, 0.5, 0.75, 1, 1}, LibraryValues.of("sparse_sigmoid(x)", x));
    assertArrayEquals(
        new double[] {0, 0, 0.5, 0.75, 1, 1}, LibraryValues.derivative("sparse_plus(x[...])", x));
  }

  @Test
  void sparsemaxLeavesTheSmallOut() {
    assertArrayEquals(
        new double[] {0.6, 0.4, 0}, LibraryValues.of("sparsemax(x)", 0.5, 0.3, -1), 1e-15);
    assertArrayEquals(
        new double[] {0.5, 0, 0.5}, LibraryValues.of("sparsemax(x)", 100, 1, 100), 1e-15);
    assertArrayEquals(new double[] {0, 1}, LibraryValues.of("sparsemax(x)", -1e6, 1e6), 1e-9);
  }

  @Test
  void reluHasTheArgumentsOfKeras() {
    assertArrayEquals(
        new double[] {-0.25, -0.05, 0, 1, 2},
        LibraryValues.of(
            "relu(x, negative_slope: 0.1, max_value: 2, threshold: 0.5)", -2, 0, 0.5, 1, 3),
        1e-15);
  }

  @Test
  void squareplusLosesNothingWhereXIsNegative() {
    assertArrayEquals(
        new double[] {1e-8, 0.009999000199950016, 1, 1e8},
        LibraryValues.of("squareplus(x)", -1e8, -100, 0, 1e8),
        1e-17);
    assertEquals(1 + Math.sqrt(3), LibraryValues.of("squareplus(x, b: 8)", 2)[0], 1e-15);
  }

  static Stream<Arguments> far() {
    return Stream.of(
        Arguments.of("softplus(x)", new double[] {0, 1000}),
        Arguments.of("log_sigmoid(x)", new double[] {-1000, 0}),
        Arguments.of("mish(x)", new double[] {0, 1000}),
        Arguments.of("silu(x)", new double[] {0, 1000}),
        Arguments.of("sigmoid(x)", new double[] {0, 1}),
        Arguments.of("log_softmax(x)", new double[] {-2000, 0}),
        Arguments.of("softmax(x)", new double[] {0, 1}));
  }

  @ParameterizedTest
  @MethodSource("far")
  void nothingOverflows(String expression, double[] expected) {
    assertArrayEquals(expected, LibraryValues.of(expression, -1000, 1000), 1e-12);
  }

  @Test
  void smoothFunctionsAreSmoothAtZero() {
    assertArrayEquals(
        new double[] {0.5, 0.5, 0.6, 1},
        new double[] {
          LibraryValues.derivative("softplus(x[...])", 0)[0],
          LibraryValues.derivative("log_sigmoid(x[...])", 0)[0],
          LibraryValues.derivative("mish(x[...])", 0)[0],
          LibraryValues.derivative("softsign(x[...])", 0)[0]
        },
        1e-15);
  }
}
