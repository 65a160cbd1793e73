package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Storage;
import dev.nutshell.training.storage.Underflow;

/**
 * Schedule-free AdamW (Defazio et al. 2024): steps are taken by a sequence z, a running mean x of
 * it is for use, and gradients are taken between the two. No end of the training need be known.
 *
 * <p>With rate r, gradient g and iteration t: v as in {@link Adam}; {@code z -= r * min(1, t /
 * warmupSteps) * g / (sqrt(v / (1 - beta2^t)) + epsilon); x += (z - x) / t; w = (1 - beta1) * z +
 * beta1 * x}. For use exchange the averages.
 *
 * @param beta1 how much of the mean there is in the values that gradients are taken at, above 0 and
 *     below 1
 * @param beta2 how much of the mean square is kept, from 0 to below 1
 * @param epsilon keeps the divisor from 0; not negative
 * @param warmupSteps updates during which the rate grows, not negative
 */
public record ScheduleFreeAdamW(double beta1, double beta2, double epsilon, int warmupSteps)
    implements AveragingRule {

  private static final int SEQUENCE = 0;
  private static final int MEAN_SQUARE = 1;

  /** Checks the numbers. */
  public ScheduleFreeAdamW {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.positive("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
    Hyperparameters.notNegative("epsilon", epsilon);
    Hyperparameters.notNegative("warmupSteps", warmupSteps);
  }

  /** Keras' defaults: beta1 0.9, beta2 0.999, epsilon 1e-8, no warm-up; its rate is 0.0025. */
  public static ScheduleFreeAdamW defaults() {
    return new ScheduleFreeAdamW(0.9, 0.999, 1e-8, 0);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    if (iteration == 1) {
      parameter.slot(SEQUENCE).fill(from, to, 0);
      parameter.slot(SEQUENCE).add(parameter.values(), from, to);
    }
    double correction = Math.sqrt(BiasCorrection.of(beta2, iteration));
    double warmth = warmupSteps == 0 ? 1 : Math.min(1, (double) iteration / warmupSteps);
    double scaledRate = rate * warmth * correction;
    double weight = 1.0 / iteration;
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(
          parameter,
          begin,
          end,
          (float) scaledRate,
          (float) (epsilon * correction),
          (float) weight);
    } else {
      updateDoubles(parameter, begin, end, scaledRate, epsilon * correction, weight);
    }
  }

  private void updateFloats(
      Parameter parameter, int begin, int end, float rate, float added, float weight) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] sequence = parameter.slot(SEQUENCE).floats();
    float[] square = parameter.slot(MEAN_SQUARE).floats();
    float squareShare = (float) (1 - beta2);
    float ofMean = (float) beta1;
    float ofSequence = (float) (1 - beta1);
    float inverse = (float) (1 / beta1);
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      float x = (values[i] - ofSequence * sequence[i]) * inverse;
      float z = sequence[i] - rate * (g / ((float) Math.sqrt(v) + added));
      square[i] = v;
      sequence[i] = z;
      values[i] = ofSequence * z + ofMean * (x + weight * (z - x));
    }
  }

  private void updateDoubles(
      Parameter parameter, int begin, int end, double rate, double added, double weight) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] sequence = parameter.slot(SEQUENCE).doubles();
    double[] square = parameter.slot(MEAN_SQUARE).doubles();
    double squareShare = (1 - beta2);
    double ofMean = beta1;
    double ofSequence = (1 - beta1);
    double inverse = (1 / beta1);
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      double x = (values[i] - ofSequence * sequence[i]) * inverse;
      double z = sequence[i] - rate * (g / (Math.sqrt(v) + added));
      square[i] = v;
      sequence[i] = z;
      values[i] = ofSequence * z + ofMean * (x + weight * (z - x));
    }
  }

  @Override
  public void average(Parameter parameter, Storage average) {
    Storage values = parameter.values();
    Storage sequence = parameter.slot(SEQUENCE);
    for (int i = 0; i < parameter.size(); i++) {
      average.set(i, (values.get(i) - (1 - beta1) * sequence.get(i)) / beta1);
    }
  }
}
