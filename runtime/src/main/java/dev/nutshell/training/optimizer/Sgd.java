package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;
import java.util.Objects;

/**
 * Stochastic gradient descent, with momentum if wanted.
 *
 * <p>With rate r, gradient g and velocity u: {@code u = momentum * u - r * (1 - dampening) * g; w
 * += u}, or with Nesterov's look-ahead {@code w += momentum * u - r * g}. The first step is not
 * dampened. Without momentum {@code w -= r * g}. By PyTorch's convention the velocity is a sum of
 * gradients, and the rate is applied to it: that differs where the rate changes.
 *
 * @param momentum how much of the velocity is kept, from 0 to below 1
 * @param dampening how much less than the gradient the velocity takes, from 0 to below 1
 * @param nesterov whether the step looks ahead (Sutskever et al. 2013); without dampening only
 * @param convention where the rate goes
 */
public record Sgd(double momentum, double dampening, boolean nesterov, Convention convention)
    implements UpdateRule {

  private static final int VELOCITY = 0;

  /** Checks the numbers. */
  public Sgd {
    Hyperparameters.fraction("momentum", momentum);
    Hyperparameters.fraction("dampening", dampening);
    Objects.requireNonNull(convention, "convention");
    if (nesterov && (momentum == 0 || dampening != 0)) {
      throw new IllegalArgumentException("nesterov: needs a momentum above 0 and no dampening");
    }
  }

  /** Without dampening, as Keras. */
  public Sgd(double momentum, boolean nesterov) {
    this(momentum, 0, nesterov, Convention.KERAS);
  }

  @Override
  public int slots() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    boolean scaled = convention == Convention.KERAS || momentum == 0;
    double taken = scaled ? rate : 1;
    double applied = scaled ? 1 : rate;
    double share = iteration == 1 ? 1 : 1 - dampening;
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, (float) taken, (float) applied, (float) share);
    } else {
      updateDoubles(parameter, begin, end, taken, applied, share);
    }
  }

  private void updateFloats(
      Parameter parameter, int begin, int end, float taken, float applied, float share) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] velocity = momentum == 0 ? null : parameter.slot(VELOCITY).floats();
    float kept = (float) momentum;
    // What the step takes of the velocity, and of the gradient besides.
    float ofVelocity = nesterov ? kept : 1;
    float ofGradient = nesterov ? 1 : 0;
    for (int i = begin; i < end; i++) {
      float s = taken * gradient[i];
      if (velocity != null) {
        float u = Underflow.flush(kept * velocity[i] - share * s);
        velocity[i] = u;
        s = applied * (ofGradient * s - ofVelocity * u);
      }
      values[i] -= s;
    }
  }

  private void updateDoubles(
      Parameter parameter, int begin, int end, double taken, double applied, double share) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] velocity = momentum == 0 ? null : parameter.slot(VELOCITY).doubles();
    double kept = momentum;
    // What the step takes of the velocity, and of the gradient besides.
    double ofVelocity = nesterov ? kept : 1;
    double ofGradient = nesterov ? 1 : 0;
    for (int i = begin; i < end; i++) {
      double s = taken * gradient[i];
      if (velocity != null) {
        double u = Underflow.flush(kept * velocity[i] - share * s);
        velocity[i] = u;
        s = applied * (ofGradient * s - ofVelocity * u);
      }
      values[i] -= s;
    }
  }
}
