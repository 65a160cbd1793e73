package dev.nutshell.training.optimizer;

import dev.nutshell.training.storage.Storage;

/**
 * How gradients are kept from growing too large before an update.
 *
 * @param kind what is limited
 * @param limit the limit, above 0
 * @param epsilon added to a norm that scales: 0 with Keras, 1e-6 with PyTorch; not negative
 */
public record Clipping(Kind kind, double limit, double epsilon) {

  /** What is limited. */
  public enum Kind {
    /** Each number of a gradient, to within plus and minus the limit. */
    VALUE,
    /** The Euclidean norm of each parameter's gradient, by scaling it. */
    NORM,
    /** The Euclidean norm of all gradients together, by scaling all alike. */
    GLOBAL_NORM
  }

  /** Checks the numbers. */
  public Clipping {
    Hyperparameters.positive("limit", limit);
    Hyperparameters.notNegative("epsilon", epsilon);
  }

  /** The factor for gradients of a norm: 1 where it is within the limit, or no number. */
  double factor(double norm) {
    return norm + epsilon > limit ? limit / (norm + epsilon) : 1;
  }

  /**
   * Clips some elements of a gradient.
   *
   * @param factor what {@link #factor} said of the norm, where a norm is limited
   */
  void apply(Storage gradient, int from, int to, double factor) {
    if (kind == Kind.VALUE) {
      gradient.clamp(from, to, limit);
    } else if (factor != 1) {
      gradient.scale(from, to, factor);
    }
  }
}
