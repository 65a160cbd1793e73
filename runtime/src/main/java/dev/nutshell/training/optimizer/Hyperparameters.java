package dev.nutshell.training.optimizer;

/** Checks of the numbers that optimizers are made with. */
final class Hyperparameters {

  private Hyperparameters() {}

  static void fraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + ": 0 to below 1 expected, " + value + " found");
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": 0 or more expected, " + value + " found");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": above 0 expected, " + value + " found");
    }
  }
}
