package dev.nutshell.training.optimizer;

/**
 * Rectified Adam (Liu et al. 2020): Adam whose steps are not divided by the mean square until
 * enough gradients have been seen to know it, and are smaller at first.
 *
 * <p>With rate r, gradient g and iteration t: m and v as in {@link Adam}; {@code rho = s - 2t
 * beta2^t / (1 - beta2^t)} with {@code s = 2 / (1 - beta2) - 1}. Up to rho = 5 {@code w -= r * m /
 * (1 - beta1^t)}; above, that step is divided by {@code sqrt(v) + epsilon} and multiplied by {@code
 * sqrt(1 - beta2^t)} and by {@code sqrt((rho - 4) (rho - 2) s / ((s - 4) (s - 2) rho))}. Formula
 * and defaults are PyTorch's; Keras has no such rule.
 *
 * @param beta1 how much of the mean is kept, from 0 to below 1
 * @param beta2 how much of the mean square is kept, above 0.6 and below 1
 * @param epsilon keeps the divisor from 0; not negative
 */
public record RAdam(double beta1, double beta2, double epsilon) implements UpdateRule {

  private static final double LEAST_BETA2 = 0.6;
  private static final double ENOUGH = 5;

  /** Checks the numbers. */
  public RAdam {
    Hyperparameters.fraction("beta1", beta1);
    Hyperparameters.fraction("beta2", beta2);
    Hyperparameters.notNegative("epsilon", epsilon);
    if (beta2 <= LEAST_BETA2) {
      throw new IllegalArgumentException("beta2: above 0.6 expected, " + beta2 + " found");
    }
  }

  /** PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static RAdam defaults() {
    return new RAdam(0.9, 0.999, 1e-8);
  }

  @Override
  public int slots() {
    return MomentLoop.SLOTS;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    double correction = BiasCorrection.of(beta2, iteration);
    double limit = 2 / (1 - beta2) - 1;
    double length = limit - 2 * iteration * (1 - correction) / correction;
    double meanRate = rate / BiasCorrection.of(beta1, iteration);
    if (length > ENOUGH) {
      double rectified = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length);
      meanRate *= Math.sqrt(rectified * correction);
    }
    // The divisor is ofRoot * sqrt(v) + added: 1 while there are too few gradients.
    double ofRoot = length > ENOUGH ? 1 : 0;
    double added = length > ENOUGH ? epsilon : 1;
    MomentLoop.run(parameter, from, to, beta1, beta2, meanRate, 0, ofRoot, added);
  }
}
