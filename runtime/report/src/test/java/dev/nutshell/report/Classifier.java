package dev.nutshell.report;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import java.util.Arrays;

/**
 * A training class as the compiler would generate it, of a network that learns a bias and predicts
 * class 1 for whatever is above 0.
 */
final class Classifier extends TrainingModel {
  private static final ModelSpec SPEC =
      ModelSpec.parse(
          """
          model Signs FLOAT
          library 0.1.0
          fingerprint 5eed5eed5eed5eed
          entry predict
          input x REAL
          target y INT
          output score REAL
          loss squared_error
          metric accuracy
          metric confusion_matrix 2,2
          metric affinity 2,2
          parameter bias - zeros
          state seen 3 ones
          """);

  Classifier(TrainingOptions options) {
    super(SPEC, "predict", options, options.capacity(), 6);
  }

  @Override
  protected int phases(boolean training) {
    return 1;
  }

  @Override
  protected void serial(boolean training, int phase, int n, int chunks) {
    if (phase == 0) {
      return;
    }
    Arrays.fill(sums, 0);
    sums[1] = n;
    double slope = 0;
    for (int row = 0; row < n; row++) {
      float score = inputs[0].floats()[row] + (float) variables.get(0);
      int truth = inputs[1].ints()[row];
      double error = score - truth;
      sums[0] += error * error;
      sums[2 + 2 * truth + (score > 0 ? 1 : 0)]++;
      slope += 2 * error / n;
    }
    if (training) {
      gradients.set(0, slope);
    }
  }

  @Override
  protected void parallel(boolean training, int phase, int chunk, int from, int to) {}

  @Override
  protected void constrain() {}

  @Override
  protected void finishMetrics(boolean training, double[] totals, double[] results) {
    results[0] = (totals[2] + totals[5]) / totals[1];
    System.arraycopy(totals, 2, results, 1, 4);
    System.arraycopy(totals, 2, results, 5, 4);
  }
}
