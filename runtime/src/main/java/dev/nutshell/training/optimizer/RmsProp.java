package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;
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
  private static final int MEAN = 1;

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
    // Loops of their own: with all of it in one, HotSpot would not vectorise that.
    if (centered) {
      parameter.slot(MEAN).approach(parameter.gradient(), from, to, 1 - rho);
    }
    if (momentum > 0) {
      parameter.slot(slots() - 1).scale(from, to, momentum);
    }
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
    float[] square = parameter.slot(MEAN_SQUARE).floats();
    float[] mean = centered ? parameter.slot(MEAN).floats() : null;
    float[] velocity = momentum > 0 ? parameter.slot(slots() - 1).floats() : null;
    float share = (float) (1 - rho);
    float underRoot = (float) (convention == Convention.KERAS ? epsilon : 0);
    float besideRoot = (float) (convention == Convention.KERAS ? 0 : epsilon);
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float v = Underflow.lift(square[i] + share * (g * g - square[i]));
      square[i] = v;
      if (mean != null) {
        // A variance, which rounding must not make negative.
        v = Math.max(v - mean[i] * mean[i], 0);
      }
      float s = rate * (g / ((float) Math.sqrt(v + underRoot) + besideRoot));
      if (velocity != null) {
        s = Underflow.flush(velocity[i] + s);
        velocity[i] = s;
      }
      values[i] -= s;
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end, double rate) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] square = parameter.slot(MEAN_SQUARE).doubles();
    double[] mean = centered ? parameter.slot(MEAN).doubles() : null;
    double[] velocity = momentum > 0 ? parameter.slot(slots() - 1).doubles() : null;
    double share = 1 - rho;
    double underRoot = convention == Convention.KERAS ? epsilon : 0;
    double besideRoot = convention == Convention.KERAS ? 0 : epsilon;
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double v = Underflow.lift(square[i] + share * (g * g - square[i]));
      square[i] = v;
      if (mean != null) {
        // A variance, which rounding must not make negative.
        v = Math.max(v - mean[i] * mean[i], 0);
      }
      double s = rate * (g / (Math.sqrt(v + underRoot) + besideRoot));
      if (velocity != null) {
        s = Underflow.flush(velocity[i] + s);
        velocity[i] = s;
      }
      values[i] -= s;
    }
  }
}
