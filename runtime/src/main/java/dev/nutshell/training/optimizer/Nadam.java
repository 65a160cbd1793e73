package dev.nutshell.training.optimizer;

import dev.nutshell.inference.ScalarMath;

/**
 * Nadam (Dozat 2016): Adam with Nesterov's look-ahead, and a momentum that grows.
 *
 * <p>With rate r, gradient g, iteration t and {@code c(t) = beta1 * (1 - 0.96^(t * momentumDecay) /
 * 2)}: m and v as in {@link Adam}; {@code n = c(t+1) * m / (1 - c(1)···c(t+1)) + (1 - c(t)) * g /
 * (1 - c(1)···c(t)); w -= r * n / (sqrt(v / (1 - beta2^t)) + epsilon)}.
 *
 * @param beta1 how much of the mean is kept, from 0 to below 1
 * @param beta2 how much of the mean square is kept, from 0 to below 1
 * @param epsilon keeps the divisor from 0; not negative
 * @param momentumDecay how fast the momentum grows, above 0
 */
public record Nadam(double beta1, double beta2, double epsilon, double momentumDecay)
    implements UpdateRule {

  private static final double LOG_DECAY = StrictMath.log(0.96);
  private static final int TERMS = 60;

  /** Checks the numbers. */
  public Nadam {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
    Hyperparameters.notNegative("epsilon", epsilon);
    Hyperparameters.positive("momentumDecay", momentumDecay);
  }

  /** Keras' defaults: beta1 0.9, beta2 0.999, epsilon 1e-7, momentum decay 1. */
  public static Nadam defaults() {
    return new Nadam(0.9, 0.999, 1e-7, 1);
  }

  /** PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8, momentum decay 0.004. */
  public static Nadam pytorch() {
    return new Nadam(0.9, 0.999, 1e-8, 0.004);
  }

  @Override
  public int slots() {
    return MomentLoop.SLOTS;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    step(parameter, from, to, iteration, rate, momentumProduct(iteration));
  }

  /** An update with the product of all momenta so far given. */
  void step(Parameter parameter, int from, int to, long iteration, double rate, double product) {
    double correction = Math.sqrt(BiasCorrection.of(beta2, iteration));
    double next = momentum(iteration + 1);
    double meanRate = rate * correction * next / (1 - product * next);
    double gradientRate = rate * correction * (1 - momentum(iteration)) / (1 - product);
    MomentLoop.run(
        parameter, from, to, beta1, beta2, meanRate, gradientRate, 1, epsilon * correction);
  }

  /** The momentum of an update, c(t). */
  double momentum(long iteration) {
    return beta1 * (1 - 0.5 * ScalarMath.exp(LOG_DECAY * momentumDecay * iteration));
  }

  /**
   * The product of all momenta so far, without a memory of them: with q = 0.96^momentumDecay the
   * logarithm of the product of 1 - q^i / 2 is minus the sum over k of the sums of q^(ik) / (k
   * 2^k), and each of the latter is a geometric series.
   */
  private double momentumProduct(long iteration) {
    double logarithm = 0;
    double half = 1;
    for (int k = 1; k <= TERMS; k++) {
      half *= 0.5;
      double power = LOG_DECAY * momentumDecay * k;
      double series =
          ScalarMath.exp(power) * (ScalarMath.expm1(power * iteration) / ScalarMath.expm1(power));
      logarithm -= half / k * series;
    }
    return BiasCorrection.power(beta1, iteration) * ScalarMath.exp(logarithm);
  }
}
