package dev.nutshell.training.optimizer;

/**
 * Makes a matrix nearly orthogonal by a quintic Newton-Schulz iteration (Jordan et al. 2024): its
 * singular values, which must not be above 1, come to lie between 0.7 and 1.2.
 */
final class NewtonSchulz {

  private static final double A = 3.4445;
  private static final double B = -4.775;
  private static final double C = 2.0315;

  private NewtonSchulz() {}

  /** How long the array is for a matrix of that size. */
  static int workspace(int rows, int columns) {
    return 2 * rows * columns + 2 * rows * rows;
  }

  /**
   * Iterates.
   *
   * @param work the matrix, row by row, and space behind it
   * @param rows not more than the columns
   * @param columns how many
   * @param steps iterations
   */
  static void orthogonalize(double[] work, int rows, int columns, int steps) {
    int next = rows * columns;
    int gram = 2 * next;
    int polynomial = gram + rows * rows;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = 0;
          for (int k = 0; k < columns; k++) {
            sum += work[i * columns + k] * work[j * columns + k];
          }
          work[gram + i * rows + j] = sum;
          work[gram + j * rows + i] = sum;
        }
      }
      multiply(work, gram, B, C, gram, polynomial, rows, rows);
      multiply(work, polynomial, A, 1, 0, next, rows, columns);
      System.arraycopy(work, next, work, 0, next);
    }
  }

  /** Sets a result to {@code own * right + product * left right}; left is square. */
  private static void multiply(
      double[] work,
      int left,
      double own,
      double product,
      int right,
      int result,
      int rows,
      int columns) {
    for (int i = 0; i < rows; i++) {
      int row = result + i * columns;
      for (int k = 0; k < columns; k++) {
        work[row + k] = own * work[right + i * columns + k];
      }
      for (int j = 0; j < rows; j++) {
        double factor = product * work[left + i * rows + j];
        for (int k = 0; k < columns; k++) {
          work[row + k] += factor * work[right + j * columns + k];
        }
      }
    }
  }
}
