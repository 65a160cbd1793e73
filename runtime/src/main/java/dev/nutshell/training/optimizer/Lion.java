package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;

/**
 * Lion (Chen et al. 2023): steps of equal size in all elements, along the sign of the mean
 * gradient.
 *
 * <p>With rate r and gradient g: {@code w -= r * sign(beta1 * m + (1 - beta1) * g); m = beta2 * m +
 * (1 - beta2) * g}. Its rate is to be three to ten times smaller than that of Adam.
 *
 * @param beta1 how much of the mean there is in the step, from 0 to below 1
 * @param beta2 how much of the mean is kept, from 0 to below 1
 */
public record Lion(double beta1, double beta2) implements UpdateRule {

  private static final int MEAN = 0;

  /** Checks the numbers. */
  public Lion {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
  }

  /** Keras' defaults: beta1 0.9, beta2 0.99. */
  public static Lion defaults() {
    return new Lion(0.9, 0.99);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, (float) rate);
    } else {
      updateDoubles(parameter, begin, end, rate);
    }
  }

  private void updateFloats(Parameter parameter, int begin, int end, float rate) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] mean = parameter.slot(MEAN).floats();
    float stepShare = (float) (1 - beta1);
    float meanShare = (float) (1 - beta2);
    for (int i = begin; i < end; i++) {
      float g = gradient[i];
      float m = mean[i];
      mean[i] = Underflow.flush(m + meanShare * (g - m));
      values[i] -= rate * Math.signum(m + stepShare * (g - m));
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end, double rate) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] mean = parameter.slot(MEAN).doubles();
    double stepShare = (1 - beta1);
    double meanShare = (1 - beta2);
    for (int i = begin; i < end; i++) {
      double g = gradient[i];
      double m = mean[i];
      mean[i] = Underflow.flush(m + meanShare * (g - m));
      values[i] -= rate * Math.signum(m + stepShare * (g - m));
    }
  }
}
