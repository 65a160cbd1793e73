package dev.nutshell.examples.linear;

import dev.nutshell.data.Dataset;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;

/**
 * Fits five linear models to the last digit, and prints the loss of each.
 *
 * <p>Every step goes over all samples, so that plain gradient descent reaches the minimum itself.
 * The inputs are standardized within the networks, which lets one rate do for all features.
 */
public final class LinearExample {
  private LinearExample() {}

  /** Runs the example in the folder of the module. */
  public static void main(String[] args) throws IOException {
    print("linear", LinearTraining::new, LinearData.diabetes(), 0.1, 20_000);
    print("ridge", RidgeTraining::new, LinearData.diabetes(), 0.1, 2_000);
    print("lasso", LassoTraining::new, LinearData.diabetes(), 0.05, 20_000);
    print("logistic", LogisticTraining::new, LinearData.tumours(), 0.5, 20_000);
    print("multinomial", MultinomialTraining::new, LinearData.irises(), 0.5, 2_000);
  }

  private static void print(
      String name,
      Function<TrainingOptions, TrainingModel> network,
      Dataset data,
      double rate,
      int steps) {
    try (TrainingModel training = fitted(network, data, rate, steps)) {
      System.out.printf(
          Locale.ROOT, "%-12s %s after %d steps%n", name, training.evaluate(data), steps);
    }
  }

  /**
   * A model after gradient descent on all samples at once.
   *
   * @param rate below 2 by the largest curvature of the loss
   */
  static TrainingModel fitted(
      Function<TrainingOptions, TrainingModel> network, Dataset data, double rate, int steps) {
    TrainingModel training = network.apply(TrainingOptions.defaults().withCapacity(data.size()));
    training.optimizer(Optimizer.sgd(rate));
    training.fit(data, FitOptions.epochs(steps).unshuffled().quiet());
    return training;
  }
}
