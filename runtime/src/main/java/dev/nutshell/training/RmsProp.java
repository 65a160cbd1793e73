package dev.nutshell.training;

import java.util.Objects;

/**
 * RMSprop (Hinton 2012): each element's step is divided by the root of its mean square gradient.
 *
 * <p>With rate r and gradient g: {@code v = rho * v + (1 - rho) * g²; s = r * g / divisor}, where
 * {@link Convention} gives the divisor; if centered, v is first lessened by the square of the mean
 * gradient. Then {@code w -= s}, or with momentum {@code u = momentum * u + s; w -= u}.
 *
 * @param rho how much of the mean square is kept, from 0 to below 1
 * @param momentum how much of the velocity is kept, from 0 to below 1
 * @param epsilon keeps the divisor from 0; not negative
 * @param centered whether the mean square is taken about the mean
 * @param convention where epsilon goes
 */
public record RmsProp(
    double rho, double momentum, double epsilon, boolean centered, Convention convention)
    implements UpdateRule {

  private static final int MEAN_SQUARE = 0;

  /** Checks the numbers. */
  public RmsProp {
    Hyperparameters.fraction("rho", rho);
    Hyperparameters.fraction("momentum", momentum);
    Hyperparameters.notNegative("epsilon", epsilon);
    Objects.requireNonNull(convention, "convention");
  }

  /** Keras' defaults: rho 0.9, no momentum, epsilon 1e-7, not centered. */
  public static RmsProp defaults() {
    return new RmsProp(0.9, 0, 1e-7, false, Convention.KERAS);
  }

  @Override
  public int slots() {
    return 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0);
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    Storage values = parameter.values();
    Storage gradient = parameter.gradient();
    Storage square = parameter.slot(MEAN_SQUARE);
    Storage mean = centered ? parameter.slot(MEAN_SQUARE + 1) : null;
    Storage velocity = momentum > 0 ? parameter.slot(slots() - 1) : null;
    for (int i = from; i < to; i++) {
      double g = gradient.get(i);
      double v = rho * square.get(i) + (1 - rho) * g * g;
      square.set(i, v);
      if (mean != null) {
        double m = rho * mean.get(i) + (1 - rho) * g;
        mean.set(i, m);
        v -= m * m;
      }
      double s = rate * g / divisor(v);
      if (velocity != null) {
        s += momentum * velocity.get(i);
        velocity.set(i, s);
      }
      values.set(i, values.get(i) - s);
    }
  }

  private double divisor(double v) {
    return convention == Convention.KERAS ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon;
  }
}
