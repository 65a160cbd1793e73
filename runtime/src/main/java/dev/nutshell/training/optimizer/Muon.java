package dev.nutshell.training.optimizer;

import dev.nutshell.training.storage.Storage;

/**
 * Muon (Jordan et al. 2024, with the scale of Liu et al. 2025): the momentum of a matrix is made
 * orthogonal before it becomes a step. For the matrices within a network; {@link Optimizer#muon}
 * gives other parameters to Adam, as Keras does.
 *
 * <p>With rate r and gradient g: {@code m = momentum * m + g}; x is {@code g + momentum * m}, or m
 * without Nesterov's look-ahead, divided by its Frobenius norm; {@code steps} times {@code a = x
 * xᵀ; x = 3.4445 x + (2.0315 a² - 4.775 a) x}; {@code w -= r * scale * sqrt(max(rows, columns)) *
 * x}. The last two axes make the matrix, axes before them its rows. What is between m and the step
 * is computed in double.
 *
 * @param momentum how much of the mean is kept, from 0 to below 1
 * @param nesterov whether the step looks ahead
 * @param steps iterations towards orthogonality, at least 1
 * @param scale the root mean square of a step at a rate of 1, above 0
 */
public record Muon(double momentum, boolean nesterov, int steps, double scale)
    implements UpdateRule {

  private static final int MOMENTUM = 0;
  private static final double EPSILON = 1e-7;

  /** Checks the numbers. */
  public Muon {
    Hyperparameters.fraction("momentum", momentum);
    Hyperparameters.positive("steps", steps);
    Hyperparameters.positive("scale", scale);
  }

  /** Keras' defaults: momentum 0.95 with Nesterov's look-ahead, 5 steps, scale 0.2. */
  public static Muon defaults() {
    return new Muon(0.95, true, 5, 0.2);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public boolean takesWholeParameters() {
    return true;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    int size = parameter.size();
    int columns = parameter.spec().shape().stream().reduce(1, (before, last) -> last);
    int rows = size / columns;
    Storage m = parameter.slot(MOMENTUM);
    m.scale(from, to, momentum);
    m.add(parameter.gradient(), from, to);
    boolean tall = rows > columns;
    int shorter = Math.min(rows, columns);
    NewtonSchulz orthogonalization = parameter.orthogonalization(shorter, size / shorter);
    double[][] x = orthogonalization.rows();
    double ofMomentum = nesterov ? momentum : 1;
    double ofGradient = nesterov ? 1 : 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double value = ofGradient * parameter.gradient().get(i) + ofMomentum * m.get(i);
      squares += value * value;
      x[tall ? i % columns : i / columns][tall ? i / columns : i % columns] = value;
    }
    double inverseNorm = 1 / (Math.sqrt(squares) + EPSILON);
    for (int row = 0; row < shorter; row++) {
      for (int k = 0; k < x[row].length; k++) {
        x[row][k] *= inverseNorm;
      }
    }
    orthogonalization.orthogonalize(steps);
    x = orthogonalization.rows();
    double step = rate * scale * Math.sqrt(Math.max(rows, columns));
    Storage values = parameter.values();
    for (int i = 0; i < size; i++) {
      double value = x[tall ? i % columns : i / columns][tall ? i / columns : i % columns];
      values.set(i, values.get(i) - step * value);
    }
  }
}
