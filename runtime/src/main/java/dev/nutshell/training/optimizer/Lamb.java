package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;

/**
 * LAMB (You et al. 2020): Adam for large batches, with each parameter's step as long as the rate's
 * share of its values.
 *
 * <p>With rate r and iteration t: m and v as in {@link Adam}; {@code u = m / (1 - beta1^t) /
 * (sqrt(v / (1 - beta2^t)) + epsilon); w -= r * |w| / |u| * u}, over all elements of a parameter,
 * or {@code w -= r * u} where one of the norms is 0.
 *
 * @param beta1 how much of the mean is kept, from 0 to below 1
 * @param beta2 how much of the mean square is kept, from 0 to below 1
 * @param epsilon keeps the divisor from 0; above 0
 */
public record Lamb(double beta1, double beta2, double epsilon) implements UpdateRule {

  private static final int MEAN = 0;
  private static final int MEAN_SQUARE = 1;

  /** Checks the numbers. */
  public Lamb {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
    Hyperparameters.positive("epsilon", epsilon);
  }

  /** Keras' defaults: beta1 0.9, beta2 0.999, epsilon 1e-7. */
  public static Lamb defaults() {
    return new Lamb(0.9, 0.999, 1e-7);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public boolean takesWholeParameters() {
    return true;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    double correction = Math.sqrt(BiasCorrection.of(beta2, iteration));
    double ofMean = correction / BiasCorrection.of(beta1, iteration);
    double length = Math.sqrt(parameter.values().sumOfSquares(from, to));
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, ofMean, epsilon * correction, rate, length);
    } else {
      updateDoubles(parameter, begin, end, ofMean, epsilon * correction, rate, length);
    }
  }

  /** What a step of some norm is multiplied by, for values of some norm. */
  private static double trust(double length, double squaredStep) {
    return length > 0 && squaredStep > 0 ? length / Math.sqrt(squaredStep) : 1;
  }

  private void updateFloats(
      Parameter parameter,
      int begin,
      int end,
      double ofMean,
      double scaledEpsilon,
      double rate,
      double length) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] mean = parameter.slot(MEAN).floats();
    float[] square = parameter.slot(MEAN_SQUARE).floats();
    float meanShare = (float) (1 - beta1);
    float squareShare = (float) (1 - beta2);
    float added = (float) scaledEpsilon;
    double sum = 0;
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float m = Underflow.flush(mean[i] + meanShare * (g - mean[i]));
      float v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      mean[i] = m;
      square[i] = v;
      double u = m / ((float) Math.sqrt(v) + added);
      sum += u * u;
    }
    float step = (float) (rate * ofMean * trust(length, ofMean * ofMean * sum));
    for (int i = begin; i < end; i++) {
      values[i] -= step * (mean[i] / ((float) Math.sqrt(square[i]) + added));
    }
  }

  private void updateDoubles(
      Parameter parameter,
      int begin,
      int end,
      double ofMean,
      double scaledEpsilon,
      double rate,
      double length) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] mean = parameter.slot(MEAN).doubles();
    double[] square = parameter.slot(MEAN_SQUARE).doubles();
    double meanShare = (1 - beta1);
    double squareShare = (1 - beta2);
    double added = scaledEpsilon;
    double sum = 0;
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double m = Underflow.flush(mean[i] + meanShare * (g - mean[i]));
      double v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      mean[i] = m;
      square[i] = v;
      double u = m / (Math.sqrt(v) + added);
      sum += u * u;
    }
    double step = (rate * ofMean * trust(length, ofMean * ofMean * sum));
    for (int i = begin; i < end; i++) {
      values[i] -= step * (mean[i] / (Math.sqrt(square[i]) + added));
    }
  }
}
