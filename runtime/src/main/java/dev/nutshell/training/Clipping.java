package dev.nutshell.training;

/**
 * How gradients are kept from growing too large before an update.
 *
 * @param kind what is limited
 * @param limit the limit, above 0
 */
public record Clipping(Kind kind, double limit) {

  /** What is limited. */
  public enum Kind {
    /** Each number of a gradient, to within plus and minus the limit. */
    VALUE,
    /** The Euclidean norm of each parameter's gradient, by scaling it. */
    NORM,
    /** The Euclidean norm of all gradients together, by scaling all alike. */
    GLOBAL_NORM
  }

  /** Checks the limit. */
  public Clipping {
    Hyperparameters.positive("limit", limit);
  }

  void apply(Parameter[] parameters) {
    switch (kind) {
      case VALUE -> {
        for (Parameter parameter : parameters) {
          clamp(parameter.gradient());
        }
      }
      case NORM -> {
        for (Parameter parameter : parameters) {
          shrink(parameter.gradient(), Math.sqrt(squares(parameter.gradient())));
        }
      }
      case GLOBAL_NORM -> {
        double squares = 0;
        for (Parameter parameter : parameters) {
          squares += squares(parameter.gradient());
        }
        double norm = Math.sqrt(squares);
        for (Parameter parameter : parameters) {
          shrink(parameter.gradient(), norm);
        }
      }
    }
  }

  private void clamp(Storage gradient) {
    for (int i = 0; i < gradient.size(); i++) {
      gradient.set(i, Math.max(-limit, Math.min(limit, gradient.get(i))));
    }
  }

  private void shrink(Storage gradient, double norm) {
    if (norm > limit) {
      for (int i = 0; i < gradient.size(); i++) {
        gradient.set(i, gradient.get(i) * limit / norm);
      }
    }
  }

  private static double squares(Storage gradient) {
    double sum = 0;
    for (int i = 0; i < gradient.size(); i++) {
      double g = gradient.get(i);
      sum += g * g;
    }
    return sum;
  }
}
