package dev.nutshell.data.label;

import dev.nutshell.data.Column;

/** Weights that make up for classes with few samples. */
public final class ClassWeights {

  private ClassWeights() {}

  /**
   * For each class {@code samples / (classes * samples of the class)}, as scikit-learn's {@code
   * balanced}; 0 for a class without a sample.
   *
   * @param labels a column of classes 0 to classes - 1
   * @throws IllegalArgumentException if a label is none of them
   */
  public static float[] balanced(Column labels, int classes) {
    int[] counts = new int[classes];
    for (int row = 0; row < labels.rows(); row++) {
      counts[label(labels, row, classes)]++;
    }
    float[] weights = new float[classes];
    for (int c = 0; c < classes; c++) {
      weights[c] = counts[c] == 0 ? 0 : (float) ((double) labels.rows() / classes / counts[c]);
    }
    return weights;
  }

  /**
   * The weight of each sample by its class, for a network that takes one as a target: {@code
   * data.with("weight", ClassWeights.of(labels, weights))}.
   *
   * @param weights the weight of each class
   * @throws IllegalArgumentException if a label is none of the classes
   */
  public static Column of(Column labels, float... weights) {
    float[] samples = new float[labels.rows()];
    for (int row = 0; row < samples.length; row++) {
      samples[row] = weights[label(labels, row, weights.length)];
    }
    return Column.of(1, samples);
  }

  private static int label(Column labels, int row, int classes) {
    if (labels.width() != 1) {
      throw new IllegalArgumentException(
          "one class a row expected, " + labels.width() + " numbers found");
    }
    double label = labels.get(row);
    if (label != (int) label || label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "row "
              + row
              + ": class 0 to "
              + (classes - 1)
              + " expected, "
              + Labels.text(label)
              + " found");
    }
    return (int) label;
  }
}
