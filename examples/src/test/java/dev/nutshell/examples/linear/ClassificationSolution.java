package dev.nutshell.examples.linear;

/**
 * The parameters that minimise a mean cross-entropy with a penalty on all weights but the biases,
 * by Newton's method.
 */
final class ClassificationSolution {
  private static final int STEPS = 30;

  /** Where a direction does not change the loss, keeps the step along it at 0. */
  private static final double FLAT = 1e-12;

  private final double[][] parameters;
  private final double loss;
  private final double gradient;

  private ClassificationSolution(double[][] parameters, double loss, double gradient) {
    this.parameters = parameters;
    this.loss = loss;
    this.gradient = gradient;
  }

  /** A row for each class, the bias at its end. */
  double[][] parameters() {
    return parameters;
  }

  /** The entropy and the penalty. */
  double loss() {
    return loss;
  }

  /** The norm of the gradient that is left. */
  double gradient() {
    return gradient;
  }

  /**
   * Of scores that a softmax makes probabilities of.
   *
   * @param x inputs with a 1 at the end of each
   * @param free the classes with parameters; those of the others are 0
   */
  static ClassificationSolution softmax(
      double[][] x, int[] classes, int count, int free, double rate) {
    int width = x[0].length;
    double[][] parameters = new double[count][width];
    double norm = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[free * width];
      double[][] hessian = new double[free * width][free * width];
      for (int row = 0; row < x.length; row++) {
        add(x[row], classes[row], probabilities(parameters, x[row]), x.length, gradient, hessian);
      }
      for (int i = 0; i < gradient.length; i++) {
        if (i % width < width - 1) {
          gradient[i] += 2 * rate * parameters[i / width][i % width];
          hessian[i][i] += 2 * rate;
        }
        hessian[i][i] += FLAT;
      }
      norm = Math.sqrt(Matrices.dot(gradient, gradient));
      double[] change = Matrices.solve(hessian, gradient);
      for (int i = 0; i < change.length; i++) {
        parameters[i / width][i % width] -= change[i];
      }
    }
    return new ClassificationSolution(parameters, loss(x, classes, parameters, rate), norm);
  }

  private static void add(
      double[] x, int target, double[] p, int samples, double[] gradient, double[][] hessian) {
    int width = x.length;
    for (int i = 0; i < gradient.length; i++) {
      int a = i / width;
      gradient[i] += (p[a] - (a == target ? 1 : 0)) * x[i % width] / samples;
      for (int j = 0; j < gradient.length; j++) {
        int b = j / width;
        double curvature = p[a] * ((a == b ? 1 : 0) - p[b]);
        hessian[i][j] += curvature * x[i % width] * x[j % width] / samples;
      }
    }
  }

  private static double[] probabilities(double[][] parameters, double[] x) {
    double[] p = new double[parameters.length];
    double total = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(Matrices.dot(parameters[k], x));
      total += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= total;
    }
    return p;
  }

  private static double loss(double[][] x, int[] classes, double[][] parameters, double rate) {
    double sum = 0;
    for (int row = 0; row < x.length; row++) {
      sum -= Math.log(probabilities(parameters, x[row])[classes[row]]);
    }
    double penalty = 0;
    for (double[] each : parameters) {
      penalty += Matrices.dot(each, each) - each[each.length - 1] * each[each.length - 1];
    }
    return sum / x.length + rate * penalty;
  }
}
