package dev.nutshell.training.initializer;

import dev.nutshell.training.storage.Storage;
import java.util.List;

/**
 * A matrix whose columns, or if it is wider than high whose rows, have a norm of {@code gain} and
 * are orthogonal to each other (Saxe et al. 2014). Axes before the last count as rows together.
 *
 * <p>They are normally distributed vectors made orthogonal one after another by Gram and Schmidt,
 * each twice, since rounding leaves a trace after the first time. That is the factor Q of a QR
 * decomposition whose R has a positive diagonal, and needs no function that differs by machine.
 */
final class Orthogonal implements Filler {

  private final double gain;
  private final int columns;

  Orthogonal(double gain, List<Integer> shape) {
    this.gain = gain;
    this.columns = shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
  }

  @Override
  public void fill(Storage variable, RandomStream stream) {
    int rows = variable.size() / columns;
    int length = Math.max(rows, columns);
    double[][] vectors = new double[Math.min(rows, columns)][length];
    for (int v = 0; v < vectors.length; v++) {
      for (int i = 0; i < length; i++) {
        vectors[v][i] = stream.normal(0, v * length + i);
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < v; other++) {
          addMultiple(vectors[v], vectors[other], -product(vectors[v], vectors[other]));
        }
      }
      double norm = Math.sqrt(product(vectors[v], vectors[v]));
      for (int i = 0; i < length; i++) {
        vectors[v][i] /= norm;
      }
    }
    for (int i = 0; i < variable.size(); i++) {
      int row = i / columns;
      int column = i % columns;
      variable.set(i, gain * (rows < columns ? vectors[row][column] : vectors[column][row]));
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addMultiple(double[] vector, double[] other, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += factor * other[i];
    }
  }
}
