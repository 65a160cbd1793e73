package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.inference.ScalarMath;
import dev.nutshell.training.storage.Underflow;

/**
 * Follow the regularized leader (McMahan et al. 2013): for sparse linear models; with {@code l1} it
 * gives weights that are exactly 0.
 *
 * <p>With rate r, gradient g and {@code p = -ratePower}: {@code n' = n + g²; z += g + 2 * shrinkage
 * * w - (n'^p - n^p) / r * w; w = (clip(z, -l1, l1) - z) / (n'^p / r + 2 * l2 + beta / r)}. Values
 * follow from z and n alone, so weight decay has no effect.
 *
 * @param ratePower how steps shrink with the sum of squared gradients, not above 0
 * @param initialSum where the sum of squared gradients begins, not negative
 * @param l1 strength of the absolute penalty, not negative
 * @param l2 strength of the quadratic penalty, not negative
 * @param shrinkage strength of the quadratic penalty as a part of the gradient, not negative
 * @param beta added to the root of the sum, not negative
 */
public record Ftrl(
    double ratePower, double initialSum, double l1, double l2, double shrinkage, double beta)
    implements UpdateRule {

  private static final int SUM = 0;
  private static final int LINEAR = 1;
  private static final double ROOT = 0.5;

  /** Checks the numbers. */
  public Ftrl {
    Hyperparameters.notNegative("-ratePower", -ratePower);
    Hyperparameters.notNegative("initialSum", initialSum);
    Hyperparameters.notNegative("l1", l1);
    Hyperparameters.notNegative("l2", l2);
    Hyperparameters.notNegative("shrinkage", shrinkage);
    Hyperparameters.notNegative("beta", beta);
  }

  /** Keras' defaults: the rate by the power -0.5, the sum from 0.1, no penalty, beta 0. */
  public static Ftrl defaults() {
    return new Ftrl(-0.5, 0.1, 0, 0, 0, 0);
  }

  /** This rule with penalties. */
  public Ftrl penalties(double absolute, double quadratic) {
    return new Ftrl(ratePower, initialSum, absolute, quadratic, shrinkage, beta);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    if (iteration == 1) {
      parameter.slot(SUM).fill(from, to, initialSum);
    }
    double inverseRate = 1 / rate;
    double added = 2 * l2 + beta * inverseRate;
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, (float) inverseRate, (float) added);
    } else {
      updateDoubles(parameter, begin, end, inverseRate, added);
    }
  }

  private void updateFloats(
      Parameter parameter, int begin, int end, float inverseRate, float added) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] sum = parameter.slot(SUM).floats();
    float[] linear = parameter.slot(LINEAR).floats();
    float bound = (float) l1;
    float decay = (float) (2 * shrinkage);
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float n = sum[i] + g * g;
      float old = scale(sum[i]) * inverseRate;
      float now = scale(n) * inverseRate;
      float z = Underflow.flush(linear[i] + g + (decay - (now - old)) * values[i]);
      sum[i] = n;
      linear[i] = z;
      values[i] = (Math.max(-bound, Math.min(bound, z)) - z) / (now + added);
    }
  }

  private float scale(float sum) {
    return -ratePower == ROOT ? (float) Math.sqrt(sum) : ScalarMath.pow(sum, (float) -ratePower);
  }

  private void updateDoubles(
      Parameter parameter, int begin, int end, double inverseRate, double added) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] sum = parameter.slot(SUM).doubles();
    double[] linear = parameter.slot(LINEAR).doubles();
    double bound = l1;
    double decay = (2 * shrinkage);
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double n = sum[i] + g * g;
      double old = scale(sum[i]) * inverseRate;
      double now = scale(n) * inverseRate;
      double z = Underflow.flush(linear[i] + g + (decay - (now - old)) * values[i]);
      sum[i] = n;
      linear[i] = z;
      values[i] = (Math.max(-bound, Math.min(bound, z)) - z) / (now + added);
    }
  }

  private double scale(double sum) {
    return -ratePower == ROOT ? Math.sqrt(sum) : ScalarMath.pow(sum, -ratePower);
  }
}
