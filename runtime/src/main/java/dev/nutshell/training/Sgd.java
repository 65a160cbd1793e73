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
    Storage values = parameter.values();
    Storage gradient = parameter.gradient();
    if (momentum == 0) {
      for (int i = from; i < to; i++) {
        values.set(i, values.get(i) - rate * gradient.get(i));
      }
      return;
    }
    Storage velocity = parameter.slot(0);
    for (int i = from; i < to; i++) {
      double push = rate * gradient.get(i);
      double u = momentum * velocity.get(i) - push;
      velocity.set(i, u);
      values.set(i, values.get(i) + (nesterov ? momentum * u - push : u));
    }
  }
}
