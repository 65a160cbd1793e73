package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.storage.Underflow;

/**
 * Adadelta (Zeiler 2012): the ratio of the root mean squares of steps and gradients takes the place
 * of a rate.
 *
 * <p>With rate r and gradient g: {@code v = rho * v + (1 - rho) * g²; d = sqrt((u + epsilon) / (v +
 * epsilon)) * g; u = rho * u + (1 - rho) * d²; w -= r * d}. Keras' default rate is 0.001, that of
 * the paper and of PyTorch 1.
 *
 * @param rho how much of the mean squares is kept, from 0 to below 1
 * @param epsilon begins the steps and keeps the divisor from 0; above 0
 */
public record Adadelta(double rho, double epsilon) implements UpdateRule {

  private static final int MEAN_SQUARE = 0;
  private static final int MEAN_SQUARE_OF_STEPS = 1;

  /** Checks the numbers. */
  public Adadelta {
    Hyperparameters.fraction("rho", rho);
    Hyperparameters.positive("epsilon", epsilon);
  }

  /** Keras' defaults: rho 0.95, epsilon 1e-7. PyTorch's are 0.9 and 1e-6. */
  public static Adadelta defaults() {
    return new Adadelta(0.95, 1e-7);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    int begin = parameter.offset() + from;
    int end = parameter.offset() + to;
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, begin, end, (float) rate);
    } else {
      updateDoubles(parameter, begin, end, rate);
    }
  }

  private void updateFloats(Parameter parameter, int begin, int end, float rate) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    float[] square = parameter.slot(MEAN_SQUARE).floats();
    float[] steps = parameter.slot(MEAN_SQUARE_OF_STEPS).floats();
    float share = (float) (1 - rho);
    float added = (float) epsilon;
    // Two loops: with all of it in one, HotSpot would not vectorise that.
    for (int i = begin; i < end; i++) {
      float g = Underflow.squarable(gradient[i]);
      square[i] = Underflow.lift(square[i] + share * (g * g - square[i]));
    }
    for (int i = begin; i < end; i++) {
      float d = (float) Math.sqrt((steps[i] + added) / (square[i] + added)) * gradient[i];
      d = Underflow.squarable(d);
      steps[i] = Underflow.lift(steps[i] + share * (d * d - steps[i]));
      values[i] -= rate * d;
    }
  }

  private void updateDoubles(Parameter parameter, int begin, int end, double rate) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    double[] square = parameter.slot(MEAN_SQUARE).doubles();
    double[] steps = parameter.slot(MEAN_SQUARE_OF_STEPS).doubles();
    double share = (1 - rho);
    double added = epsilon;
    // Two loops: with all of it in one, HotSpot would not vectorise that.
    for (int i = begin; i < end; i++) {
      double g = Underflow.squarable(gradient[i]);
      square[i] = Underflow.lift(square[i] + share * (g * g - square[i]));
    }
    for (int i = begin; i < end; i++) {
      double d = Math.sqrt((steps[i] + added) / (square[i] + added)) * gradient[i];
      d = Underflow.squarable(d);
      steps[i] = Underflow.lift(steps[i] + share * (d * d - steps[i]));
      values[i] -= rate * d;
    }
  }
}
