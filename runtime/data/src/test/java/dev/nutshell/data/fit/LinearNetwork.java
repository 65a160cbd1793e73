package dev.nutshell.data.fit;

import dev.nutshell.data.Column;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;

/** A training class as the compiler would generate it: y = x w with the mean squared error. */
final class LinearNetwork extends TrainingModel {

  private final int width;

  /** The samples' errors, one chunk for all of a batch. */
  private final float[] errors;

  LinearNetwork(int width, TrainingOptions options) {
    super(spec(width), "predict", options, options.capacity(), 2);
    this.width = width;
    this.errors = new float[options.capacity()];
  }

  private static ModelSpec spec(int width) {
    return ModelSpec.parse(
        """
        model Linear FLOAT
        library 0.1.0
        fingerprint 5eed%1$d
        entry predict
        input x REAL %1$d
        target y REAL 1
        output prediction REAL 1
        loss squared_error
        parameter w %1$d,1 zeros
        """
            .formatted(width));
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
    sums[0] = 0;
    sums[1] = n;
    for (int row = 0; row < n; row++) {
      sums[0] += errors[row] * errors[row];
    }
    if (training) {
      float[] x = inputs[0].floats();
      for (int i = 0; i < width; i++) {
        double slope = 0;
        for (int row = 0; row < n; row++) {
          slope += errors[row] * x[row * width + i];
        }
        gradients.set(i, 2 * slope / n);
      }
    }
  }

  @Override
  protected void parallel(boolean training, int phase, int chunk, int from, int to) {
    Column x = inputs[0];
    for (int row = from; row < to; row++) {
      float prediction = 0;
      for (int i = 0; i < width; i++) {
        prediction += x.floats()[row * width + i] * (float) variables.get(i);
      }
      errors[row] = prediction - inputs[1].floats()[row];
    }
  }

  @Override
  protected void constrain() {}
}
