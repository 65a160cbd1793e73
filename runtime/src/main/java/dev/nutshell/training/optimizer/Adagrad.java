package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;
import java.util.Objects;

/**
 * Adagrad (Duchi, Hazan and Singer 2011): each element's step is divided by the root of the sum of
 * all its squared gradients.
 *
 * <p>With rate r and gradient g: {@code s += g²; w -= r * g / divisor}, where {@link Convention}
 * gives the divisor. PyTorch's {@code lr_decay} is a schedule: {@code Schedules.inverseTime(rate,
 * 1, decay)}.
 *
 * @param initialSum where the sum begins, not negative
 * @param epsilon keeps the divisor from 0; not negative
 * @param convention where epsilon goes
 */
public record Adagrad(double initialSum, double epsilon, Convention convention)
    implements UpdateRule {

  private static final int SUM = 0;

  /** Checks the numbers. */
  public Adagrad {
    Hyperparameters.notNegative("initialSum", initialSum);
    Hyperparameters.notNegative("epsilon", epsilon);
    Objects.requireNonNull(convention, "convention");
  }

  /** Keras' defaults: the sum from 0.1, epsilon 1e-7. */
  public static Adagrad defaults() {
    return new Adagrad(0.1, 1e-7, Convention.KERAS);
  }

  /** PyTorch's defaults: the sum from 0, epsilon 1e-10 in PyTorch's place. */
  public static Adagrad pytorch() {
    return new Adagrad(0, 1e-10, Convention.PYTORCH);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    if (iteration == 1) {
      parameter.slot(SUM).fill(from, to, initialSum);
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
    float[] sum = parameter.slot(SUM).floats();
    float underRoot = (float) (convention == Convention.KERAS ? epsilon : 0);
    float besideRoot = (float) (convention == Convention.KERAS ? 0 : epsilon);
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float s = sum[i] + g * g;
      sum[i] = s;
      values[i] -= rate * (g / ((float) Math.sqrt(s + underRoot) + besideRoot));
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end, double rate) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] sum = parameter.slot(SUM).doubles();
    double underRoot = (convention == Convention.KERAS ? epsilon : 0);
    double besideRoot = (convention == Convention.KERAS ? 0 : epsilon);
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double s = sum[i] + g * g;
      sum[i] = s;
      values[i] -= rate * (g / (Math.sqrt(s + underRoot) + besideRoot));
    }
  }
}
