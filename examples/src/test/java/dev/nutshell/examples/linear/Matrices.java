package dev.nutshell.examples.linear;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import java.util.Arrays;

/** The little linear algebra that exact solutions need. */
final class Matrices {
  private Matrices() {}

  /** A column of a data set, a row for each sample. */
  static double[][] rows(Dataset data, String name) {
    Column column = data.column(name);
    double[][] rows = new double[data.size()][column.width()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < column.width(); j++) {
        rows[i][j] = column.get(i * column.width() + j);
      }
    }
    return rows;
  }

  /** The rows with mean 0 and variance 1 in each column. */
  static double[][] standardized(double[][] rows) {
    double[][] result = new double[rows.length][rows[0].length];
    for (int j = 0; j < rows[0].length; j++) {
      int column = j;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      double variance =
          Arrays.stream(rows)
              .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
              .average()
              .orElseThrow();
      for (int i = 0; i < rows.length; i++) {
        result[i][j] = (rows[i][j] - mean) / Math.sqrt(variance);
      }
    }
    return result;
  }

  /** The rows with a 1 at the end of each. */
  static double[][] withOnes(double[][] rows) {
    double[][] result = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      result[i] = Arrays.copyOf(rows[i], rows[i].length + 1);
      result[i][rows[i].length] = 1;
    }
    return result;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The solution of {@code matrix · x = right}, by elimination with pivots; changes both. */
  static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
      }
      double[] row = matrix[pivot];
      matrix[pivot] = matrix[k];
      matrix[k] = row;
      double value = right[pivot];
      right[pivot] = right[k];
      right[k] = value;
      for (int i = k + 1; i < n; i++) {
        double factor = matrix[i][k] / matrix[k][k];
        for (int j = k; j < n; j++) {
          matrix[i][j] -= factor * matrix[k][j];
        }
        right[i] -= factor * right[k];
      }
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double rest = right[i];
      for (int j = i + 1; j < n; j++) {
        rest -= matrix[i][j] * x[j];
      }
      x[i] = rest / matrix[i][i];
    }
    return x;
  }
}
