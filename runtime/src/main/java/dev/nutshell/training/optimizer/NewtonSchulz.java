package dev.nutshell.training.optimizer;

import java.util.Arrays;

/**
 * Makes a matrix nearly orthogonal by a quintic Newton-Schulz iteration (Jordan et al. 2024): its
 * singular values, which must not be above 1, come to lie between 0.7 and 1.2.
 *
 * <p>Each row is an array of its own, and all are read at one index: so HotSpot vectorises.
 */
final class NewtonSchulz {

  private static final double A = 3.4445;
  private static final double B = -4.775;
  private static final double C = 2.0315;

  /** Rows that are added at a time. */
  private static final int BLOCK = 4;

  private NewtonSchulz() {}

  /** How many rows of space a matrix of so many rows takes, its own among them. */
  static int space(int rows) {
    return 4 * rows;
  }

  /**
   * Iterates.
   *
   * @param work the rows of the matrix, then rows of space
   * @param rows how many the matrix has, not more than the columns
   * @param steps iterations
   */
  static void orthogonalize(double[][] work, int rows, int steps) {
    int next = rows;
    int gram = 2 * rows;
    int polynomial = 3 * rows;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j <= i; j++) {
          double product = product(work[i], work[j]);
          work[gram + i][j] = product;
          work[gram + j][i] = product;
        }
      }
      for (int i = 0; i < rows; i++) {
        combine(work[gram + i], C, work, gram, rows, work[polynomial + i]);
        addMultiple(work[polynomial + i], B, work[gram + i]);
      }
      for (int i = 0; i < rows; i++) {
        combine(work[polynomial + i], 1, work, 0, rows, work[next + i]);
        addMultiple(work[next + i], A, work[i]);
      }
      for (int i = 0; i < rows; i++) {
        double[] row = work[i];
        work[i] = work[next + i];
        work[next + i] = row;
      }
    }
  }

  /** Four sums that are added in the end, in this order on every machine. */
  private static double product(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int k = 0;
    for (; k + 3 < a.length; k += 4) {
      sum0 += a[k] * b[k];
      sum1 += a[k + 1] * b[k + 1];
      sum2 += a[k + 2] * b[k + 2];
      sum3 += a[k + 3] * b[k + 3];
    }
    for (; k < a.length; k++) {
      sum0 += a[k] * b[k];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** Sets a row to a sum of rows, each times a factor of its own and one of all. */
  private static void combine(
      double[] factors, double all, double[][] work, int from, int rows, double[] result) {
    Arrays.fill(result, 0);
    int j = 0;
    for (; j + BLOCK <= rows; j += BLOCK) {
      double[] r0 = work[from + j];
      double[] r1 = work[from + j + 1];
      double[] r2 = work[from + j + 2];
      double[] r3 = work[from + j + 3];
      double f0 = all * factors[j];
      double f1 = all * factors[j + 1];
      double f2 = all * factors[j + 2];
      double f3 = all * factors[j + 3];
      for (int k = 0; k < result.length; k++) {
        result[k] += (f0 * r0[k] + f1 * r1[k]) + (f2 * r2[k] + f3 * r3[k]);
      }
    }
    for (; j < rows; j++) {
      addMultiple(result, all * factors[j], work[from + j]);
    }
  }

  private static void addMultiple(double[] result, double factor, double[] row) {
    for (int k = 0; k < result.length; k++) {
      result[k] += factor * row[k];
    }
  }
}
