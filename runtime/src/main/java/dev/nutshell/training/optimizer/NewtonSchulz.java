package dev.nutshell.training.optimizer;

import java.util.Arrays;

/**
 * Makes a matrix nearly orthogonal by a quintic Newton-Schulz iteration (Jordan et al. 2024): its
 * singular values, which must not be above 1, come to lie between 0.7 and 1.2.
 *
 * <p>Each row is an array of its own. All products add multiples of rows to rows, four at a time
 * and all read at one index: so HotSpot vectorises. Of symmetric products only what is not right of
 * the diagonal is computed, and then mirrored.
 */
final class NewtonSchulz {

  private static final double A = 3.4445;
  private static final double B = -4.775;
  private static final double C = 2.0315;

  /** Multiples that are added at a time. */
  private static final int BLOCK = 4;

  private double[][] matrix;
  private double[][] next;

  /** The products of the rows with each other. */
  private final double[][] gram;

  /** {@code B gram + C gram²}. */
  private final double[][] polynomial;

  /** Space for a matrix with not more rows than columns. */
  NewtonSchulz(int rows, int columns) {
    matrix = new double[rows][columns];
    next = new double[rows][columns];
    gram = new double[rows][rows];
    polynomial = new double[rows][rows];
  }

  /** The rows of the matrix; others after {@link #orthogonalize}. */
  double[][] rows() {
    return matrix;
  }

  /** Iterates {@code steps} times. */
  void orthogonalize(int steps) {
    for (int step = 0; step < steps; step++) {
      multiplyRows();
      clear(polynomial);
      addProduct(gram, 0, gram, gram.length, polynomial, true);
      mirror(polynomial);
      for (int i = 0; i < gram.length; i++) {
        combine(C, polynomial[i], B, gram[i], polynomial[i]);
        combine(A, matrix[i], 0, matrix[i], next[i]);
      }
      addProduct(polynomial, 0, matrix, matrix.length, next, false);
      double[][] last = matrix;
      matrix = next;
      next = last;
    }
  }

  /** The products of the rows, a square of the matrix at a time. */
  private void multiplyRows() {
    int columns = matrix[0].length;
    clear(gram);
    for (int begin = 0; begin < columns; begin += gram.length) {
      int count = Math.min(gram.length, columns - begin);
      // The place of the next matrix is free until that is computed.
      for (int k = 0; k < count; k++) {
        for (int i = 0; i < gram.length; i++) {
          next[k][i] = matrix[i][begin + k];
        }
      }
      addProduct(matrix, begin, next, count, gram, true);
    }
    mirror(gram);
  }

  private static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Copies what is left of the diagonal to the right of it. */
  private static void mirror(double[][] square) {
    for (int i = 0; i < square.length; i++) {
      for (int j = 0; j < i; j++) {
        square[j][i] = square[i][j];
      }
    }
  }

  private static void combine(double p, double[] a, double q, double[] b, double[] result) {
    for (int j = 0; j < result.length; j++) {
      result[j] = p * a[j] + q * b[j];
    }
  }

  /**
   * Adds a product.
   *
   * @param begin the first column of the left factor that counts
   * @param count how many of its columns count, and rows of the right factor
   * @param lower whether only what is not right of the diagonal is asked for
   */
  private static void addProduct(
      double[][] left, int begin, double[][] right, int count, double[][] result, boolean lower) {
    for (int i = 0; i < result.length; i++) {
      addRow(left[i], begin, right, count, result[i], lower ? i + 1 : result[i].length);
    }
  }

  /** A row of a product. */
  private static void addRow(
      double[] factors, int begin, double[][] right, int count, double[] result, int columns) {
    int k = 0;
    for (; k + BLOCK <= count; k += BLOCK) {
      double[] r0 = right[k];
      double[] r1 = right[k + 1];
      double[] r2 = right[k + 2];
      double[] r3 = right[k + 3];
      double f0 = factors[begin + k];
      double f1 = factors[begin + k + 1];
      double f2 = factors[begin + k + 2];
      double f3 = factors[begin + k + 3];
      for (int j = 0; j < columns; j++) {
        result[j] += (f0 * r0[j] + f1 * r1[j]) + (f2 * r2[j] + f3 * r3[j]);
      }
    }
    for (; k < count; k++) {
      addMultiple(factors[begin + k], right[k], result, columns);
    }
  }

  private static void addMultiple(double factor, double[] row, double[] result, int columns) {
    for (int j = 0; j < columns; j++) {
      result[j] += factor * row[j];
    }
  }
}
