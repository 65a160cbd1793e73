package dev.nutshell.training;

/**
 * Stochastic gradient descent, with momentum if wanted.
 *
 * <p>With rate r, gradient g and velocity u: {@code u = momentum * u - r * g; w += u}, or with
 * Nesterov's look-ahead {@code w += momentum * u - r * g}. Without momentum {@code w -= r * g}.
 *
 * @param momentum how much of the velocity is kept, from 0 to below 1
 * @param nesterov whether the step looks ahead (Sutskever et al. 2013)
 */
public record Sgd(double momentum, boolean nesterov) implements UpdateRule {

  private static final int VELOCITY = 0;

  /** Checks the momentum. */
  public Sgd {
    Hyperparameters.fraction("momentum", momentum);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("nesterov: needs a momentum above 0");
    }
  }

  @Override
  public int slots() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    switch (parameter.precision()) {
      case FLOAT -> updateFloats(parameter, begin, end, (float) rate);
      case DOUBLE -> updateDoubles(parameter, begin, end, rate);
    }
  }

  private void updateFloats(Parameter parameter, int begin, int end, float rate) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] velocity = momentum == 0 ? null : parameter.slot(VELOCITY).floats();
    float kept = (float) momentum;
    // What the step takes of the velocity, and of the gradient besides.
    float ofVelocity = nesterov ? kept : 1;
    float ofGradient = nesterov ? 1 : 0;
    for (int i = begin; i < end; i++) {
      float s = rate * gradient[i];
      if (velocity != null) {
        float u = Underflow.flush(kept * velocity[i] - s);
        velocity[i] = u;
        s = ofGradient * s - ofVelocity * u;
      }
      values[i] -= s;
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end, double rate) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] velocity = momentum == 0 ? null : parameter.slot(VELOCITY).doubles();
    double kept = momentum;
    // What the step takes of the velocity, and of the gradient besides.
    double ofVelocity = nesterov ? kept : 1;
    double ofGradient = nesterov ? 1 : 0;
    for (int i = begin; i < end; i++) {
      double s = rate * gradient[i];
      if (velocity != null) {
        double u = Underflow.flush(kept * velocity[i] - s);
        velocity[i] = u;
        s = ofGradient * s - ofVelocity * u;
      }
      values[i] -= s;
    }
  }
}
