package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;
import java.util.Objects;

/**
 * Adam (Kingma and Ba 2015), and AMSGrad (Reddi et al. 2018): steps along the mean gradient,
 * divided by the root of the mean square gradient, both corrected for their start at 0.
 *
 * <p>With rate r, gradient g and iteration t: {@code m += (1 - beta1) * (g - m); v += (1 - beta2) *
 * (g² - v); w -= r / (1 - beta1^t) * m / divisor}, where {@link Convention} gives the divisor. With
 * AMSGrad the largest v so far takes the place of v. AdamW is this rule in an {@link Optimizer}
 * with weight decay.
 *
 * @param beta1 how much of the mean is kept, from 0 to below 1
 * @param beta2 how much of the mean square is kept, from 0 to below 1
 * @param epsilon keeps the divisor from 0; not negative
 * @param amsgrad whether the divisor never shrinks
 * @param convention where epsilon goes
 */
public record Adam(
    double beta1, double beta2, double epsilon, boolean amsgrad, Convention convention)
    implements UpdateRule {

  private static final int MEAN = 0;
  private static final int MEAN_SQUARE = 1;
  private static final int LARGEST = 2;

  /** Checks the numbers. */
  public Adam {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
    Hyperparameters.notNegative("epsilon", epsilon);
    Objects.requireNonNull(convention, "convention");
  }

  /** Keras' defaults: beta1 0.9, beta2 0.999, epsilon 1e-7, no AMSGrad. */
  public static Adam defaults() {
    return new Adam(0.9, 0.999, 1e-7, false, Convention.KERAS);
  }

  /** PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8 in PyTorch's place, no AMSGrad. */
  public static Adam pytorch() {
    return new Adam(0.9, 0.999, 1e-8, false, Convention.PYTORCH);
  }

  @Override
  public int slots() {
    return amsgrad ? 3 : 2;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    double correction = Math.sqrt(BiasCorrection.of(beta2, iteration));
    double scaledRate = rate / BiasCorrection.of(beta1, iteration) * correction;
    // Both divisors times the correction, which the scaled rate holds already.
    double scaledEpsilon = convention == Convention.KERAS ? epsilon : epsilon * correction;
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, (float) scaledRate, (float) scaledEpsilon);
    } else {
      updateDoubles(parameter, begin, end, scaledRate, scaledEpsilon);
    }
  }

  private void updateFloats(
      Parameter parameter, int begin, int end, float rate, float scaledEpsilon) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] mean = parameter.slot(MEAN).floats();
    float[] square = parameter.slot(MEAN_SQUARE).floats();
    float[] largest = amsgrad ? parameter.slot(LARGEST).floats() : null;
    float meanShare = (float) (1 - beta1);
    float squareShare = (float) (1 - beta2);
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float m = Underflow.flush(mean[i] + meanShare * (g - mean[i]));
      float v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      mean[i] = m;
      square[i] = v;
      if (largest != null) {
        v = Math.max(v, largest[i]);
        largest[i] = v;
      }
      values[i] -= rate * (m / ((float) Math.sqrt(v) + scaledEpsilon));
    }
  }

  private void updateDoubles(
      Parameter parameter, int begin, int end, double rate, double scaledEpsilon) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] mean = parameter.slot(MEAN).doubles();
    double[] square = parameter.slot(MEAN_SQUARE).doubles();
    double[] largest = amsgrad ? parameter.slot(LARGEST).doubles() : null;
    double meanShare = 1 - beta1;
    double squareShare = 1 - beta2;
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double m = Underflow.flush(mean[i] + meanShare * (g - mean[i]));
      double v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      mean[i] = m;
      square[i] = v;
      if (largest != null) {
        v = Math.max(v, largest[i]);
        largest[i] = v;
      }
      values[i] -= rate * (m / (Math.sqrt(v) + scaledEpsilon));
    }
  }
}
