package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;

/**
 * The loop of what varies {@link Adam}: a step along the mean gradient and the gradient itself,
 * divided by the root of the mean square.
 */
final class MomentLoop {

  /** The mean and the mean square. */
  static final int SLOTS = 2;

  private static final int MEAN = 0;
  private static final int MEAN_SQUARE = 1;

  private MomentLoop() {}

  /**
   * Moves mean m and mean square v of some elements towards the gradient g, and takes a step:
   * {@code w -= (meanRate * m + gradientRate * g) / (ofRoot * sqrt(v) + added)}.
   *
   * @param beta1 how much of the mean is kept
   * @param beta2 how much of the mean square is kept
   */
  static void run(
      Parameter parameter,
      int from,
      int to,
      double beta1,
      double beta2,
      double meanRate,
      double gradientRate,
      double ofRoot,
      double added) {
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    double meanShare = 1 - beta1;
    double squareShare = 1 - beta2;
    if (parameter.precision() == Precision.FLOAT) {
      runFloats(
          parameter,
          begin,
          end,
          (float) meanShare,
          (float) squareShare,
          (float) meanRate,
          (float) gradientRate,
          (float) ofRoot,
          (float) added);
    } else {
      runDoubles(
          parameter, begin, end, meanShare, squareShare, meanRate, gradientRate, ofRoot, added);
    }
  }

  private static void runFloats(
      Parameter parameter,
      int begin,
      int end,
      float meanShare,
      float squareShare,
      float meanRate,
      float gradientRate,
      float ofRoot,
      float added) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] mean = parameter.slot(MEAN).floats();
    float[] square = parameter.slot(MEAN_SQUARE).floats();
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      float m = Underflow.flush(mean[i] + meanShare * (g - mean[i]));
      float v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      mean[i] = m;
      square[i] = v;
      values[i] -= (meanRate * m + gradientRate * g) / (ofRoot * (float) Math.sqrt(v) + added);
    }
  }

  private static void runDoubles(
      Parameter parameter,
      int begin,
      int end,
      double meanShare,
      double squareShare,
      double meanRate,
      double gradientRate,
      double ofRoot,
      double added) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] mean = parameter.slot(MEAN).doubles();
    double[] square = parameter.slot(MEAN_SQUARE).doubles();
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      double m = Underflow.flush(mean[i] + meanShare * (g - mean[i]));
      double v = Underflow.lift(square[i] + squareShare * (g * g - square[i]));
      mean[i] = m;
      square[i] = v;
      values[i] -= (meanRate * m + gradientRate * g) / (ofRoot * Math.sqrt(v) + added);
    }
  }
}
