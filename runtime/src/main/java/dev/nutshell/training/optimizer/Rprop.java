package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;

/**
 * Rprop (Riedmiller and Braun 1993), in the variant that takes no step where a gradient has changed
 * its sign: each element has a step size of its own, which grows while the sign stays. For whole
 * data sets in one batch.
 *
 * <p>The step sizes begin with the rate of the first update; later rates have no effect. Formula
 * and defaults are PyTorch's; Keras has no such rule.
 *
 * @param shrink the factor of a step size when the sign changes, above 0 and below 1
 * @param grow the factor when it stays, above 1
 * @param smallest the smallest step size, above 0
 * @param largest the largest step size
 */
public record Rprop(double shrink, double grow, double smallest, double largest)
    implements UpdateRule {

  private static final int LAST_GRADIENT = 0;
  private static final int STEP_SIZE = 1;

  /** Checks the numbers. */
  public Rprop {
    Hyperparameters.fraction("shrink", shrink);
    Hyperparameters.positive("shrink", shrink);
    Hyperparameters.positive("grow - 1", grow - 1);
    Hyperparameters.positive("smallest", smallest);
    Hyperparameters.notNegative("largest - smallest", largest - smallest);
  }

  /** PyTorch's defaults: shrink 0.5, grow 1.2, step sizes from 1e-6 to 50. */
  public static Rprop defaults() {
    return new Rprop(0.5, 1.2, 1e-6, 50);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    if (iteration == 1) {
      parameter.slot(STEP_SIZE).fill(from, to, rate);
    }
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end);
    } else {
      updateDoubles(parameter, begin, end);
    }
  }

  private void updateFloats(Parameter parameter, int begin, int end) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] last = parameter.slot(LAST_GRADIENT).floats();
    float[] size = parameter.slot(STEP_SIZE).floats();
    float down = (float) shrink;
    float up = (float) grow;
    float least = (float) smallest;
    float most = (float) largest;
    for (int i = begin; i < end; i++) {
      float sign = Math.signum(gradient[i]);
      float turn = sign * Math.signum(last[i]);
      float factor = turn > 0 ? up : turn < 0 ? down : 1;
      float s = Math.max(least, Math.min(most, size[i] * factor));
      float step = turn < 0 ? 0 : sign;
      size[i] = s;
      last[i] = step;
      values[i] -= step * s;
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] last = parameter.slot(LAST_GRADIENT).doubles();
    double[] size = parameter.slot(STEP_SIZE).doubles();
    double down = shrink;
    double up = grow;
    double least = smallest;
    double most = largest;
    for (int i = begin; i < end; i++) {
      double sign = Math.signum(gradient[i]);
      double turn = sign * Math.signum(last[i]);
      double factor = turn > 0 ? up : turn < 0 ? down : 1;
      double s = Math.max(least, Math.min(most, size[i] * factor));
      double step = turn < 0 ? 0 : sign;
      size[i] = s;
      last[i] = step;
      values[i] -= step * s;
    }
  }
}
