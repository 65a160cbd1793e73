package dev.nutshell.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blocked products against plain ones, of shapes that blocks do and do not divide. */
class NewtonSchulzTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 9", "3, 3", "4, 4", "5, 7", "6, 40", "13, 41"})
  void stepsAreThoseOfTheFormula(int rows, int columns) {
    NewtonSchulz iteration = new NewtonSchulz(rows, columns);
    Random random = new Random(rows * 100 + columns);
    double[][] expected = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        expected[i][j] = random.nextDouble(-1, 1) / Math.sqrt(rows * columns);
        iteration.rows()[i][j] = expected[i][j];
      }
    }
    iteration.orthogonalize(3);
    for (int step = 0; step < 3; step++) {
      expected = step(expected);
    }
    for (int i = 0; i < rows; i++) {
      assertArrayEquals(expected[i], iteration.rows()[i], 1e-13);
    }
  }

  private static double[][] step(double[][] x) {
    double[][] gram = times(x, transposed(x));
    double[][] polynomial = sum(-4.775, gram, 2.0315, times(gram, gram));
    return sum(3.4445, x, 1, times(polynomial, x));
  }

  private static double[][] transposed(double[][] x) {
    double[][] result = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[0].length; j++) {
        result[j][i] = x[i][j];
      }
    }
    return result;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] result = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          result[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return result;
  }

  private static double[][] sum(double p, double[][] a, double q, double[][] b) {
    double[][] result = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        result[i][j] = p * a[i][j] + q * b[i][j];
      }
    }
    return result;
  }
}
