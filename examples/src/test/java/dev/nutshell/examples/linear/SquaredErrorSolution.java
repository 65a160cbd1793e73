package dev.nutshell.examples.linear;

import java.util.Arrays;

/**
 * The weights that minimise a mean squared error with a penalty: of standardized inputs, so that
 * the bias is the mean of the targets.
 */
final class SquaredErrorSolution {
  private static final int SWEEPS = 20_000;

  private final double[] weights;
  private final double bias;
  private final double loss;

  private SquaredErrorSolution(double[] weights, double bias, double loss) {
    this.weights = weights;
    this.bias = bias;
    this.loss = loss;
  }

  double[] weights() {
    return weights;
  }

  double bias() {
    return bias;
  }

  /** The error and the penalty. */
  double loss() {
    return loss;
  }

  /** With the penalty {@code rate · Σ w²}, by the normal equations. */
  static SquaredErrorSolution ridge(double[][] x, double[] y, double rate) {
    int n = x[0].length;
    double bias = Arrays.stream(y).average().orElseThrow();
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int row = 0; row < x.length; row++) {
      for (int i = 0; i < n; i++) {
        right[i] += x[row][i] * (y[row] - bias) / x.length;
        for (int j = 0; j < n; j++) {
          matrix[i][j] += x[row][i] * x[row][j] / x.length;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      matrix[i][i] += rate;
    }
    double[] weights = Matrices.solve(matrix, right);
    double penalty = rate * Matrices.dot(weights, weights);
    return new SquaredErrorSolution(weights, bias, error(x, y, weights, bias) + penalty);
  }

  /** With the penalty {@code rate · Σ |w|}, by coordinate descent. */
  static SquaredErrorSolution lasso(double[][] x, double[] y, double rate) {
    int n = x[0].length;
    double bias = Arrays.stream(y).average().orElseThrow();
    double[] weights = new double[n];
    double[] residual = Arrays.stream(y).map(value -> value - bias).toArray();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int j = 0; j < n; j++) {
        double correlation = 0;
        for (int row = 0; row < x.length; row++) {
          correlation += x[row][j] * (residual[row] + weights[j] * x[row][j]) / x.length;
        }
        double weight = Math.signum(correlation) * Math.max(0, Math.abs(correlation) - rate / 2);
        for (int row = 0; row < x.length; row++) {
          residual[row] += (weights[j] - weight) * x[row][j];
        }
        weights[j] = weight;
      }
    }
    double penalty = rate * Arrays.stream(weights).map(Math::abs).sum();
    return new SquaredErrorSolution(weights, bias, error(x, y, weights, bias) + penalty);
  }

  private static double error(double[][] x, double[] y, double[] weights, double bias) {
    double sum = 0;
    for (int row = 0; row < x.length; row++) {
      double difference = bias + Matrices.dot(weights, x[row]) - y[row];
      sum += difference * difference;
    }
    return sum / x.length;
  }
}
