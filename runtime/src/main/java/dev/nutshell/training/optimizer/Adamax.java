package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;
import java.util.Objects;

/**
 * Adamax (Kingma and Ba 2015): Adam with the largest gradient of late in place of the mean square.
 *
 * <p>With rate r, gradient g and iteration t: {@code m += (1 - beta1) * (g - m); u = max(beta2 * u,
 * |g|); w -= r / (1 - beta1^t) * m / (u + epsilon)}; by PyTorch's convention epsilon is added to
 * |g|.
 *
 * @param beta1 how much of the mean is kept, from 0 to below 1
 * @param beta2 how much of the largest gradient is kept, from 0 to below 1
 * @param epsilon keeps the divisor from 0; above 0
 * @param convention where epsilon goes
 */
public record Adamax(double beta1, double beta2, double epsilon, Convention convention)
    implements UpdateRule {

  private static final int MEAN = 0;
  private static final int LARGEST = 1;

  /** Checks the numbers. */
  public Adamax {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
    Hyperparameters.positive("epsilon", epsilon);
    Objects.requireNonNull(convention, "convention");
  }

  /** Keras' defaults: beta1 0.9, beta2 0.999, epsilon 1e-7. PyTorch's epsilon is 1e-8. */
  public static Adamax defaults() {
    return new Adamax(0.9, 0.999, 1e-7, Convention.KERAS);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    double scaledRate = rate / BiasCorrection.of(beta1, iteration);
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, (float) scaledRate);
    } else {
      updateDoubles(parameter, begin, end, scaledRate);
    }
  }

  private void updateFloats(Parameter parameter, int begin, int end, float rate) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] mean = parameter.slot(MEAN).floats();
    float[] largest = parameter.slot(LARGEST).floats();
    float share = (float) (1 - beta1);
    float kept = (float) beta2;
    float within = (float) (convention == Convention.KERAS ? 0 : epsilon);
    float beside = (float) (convention == Convention.KERAS ? epsilon : 0);
    for (int i = begin; i < end; i++) {
      float g = gradient[i];
      float m = Underflow.flush(mean[i] + share * (g - mean[i]));
      float u = Underflow.lift(Math.max(kept * largest[i], Math.abs(g) + within));
      mean[i] = m;
      largest[i] = u;
      values[i] -= rate * (m / (u + beside));
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end, double rate) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] mean = parameter.slot(MEAN).doubles();
    double[] largest = parameter.slot(LARGEST).doubles();
    double share = (1 - beta1);
    double kept = beta2;
    double within = (convention == Convention.KERAS ? 0 : epsilon);
    double beside = (convention == Convention.KERAS ? epsilon : 0);
    for (int i = begin; i < end; i++) {
      double g = gradient[i];
      double m = Underflow.flush(mean[i] + share * (g - mean[i]));
      double u = Underflow.lift(Math.max(kept * largest[i], Math.abs(g) + within));
      mean[i] = m;
      largest[i] = u;
      values[i] -= rate * (m / (u + beside));
    }
  }
}
