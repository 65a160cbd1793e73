package dev.nutshell.training.optimizer;

import dev.nutshell.inference.Precision;
import dev.nutshell.inference.ScalarMath;
import java.util.List;

/**
 * Adafactor (Shazeer and Stern 2018): of the mean squares of a matrix of gradients only those of
 * its rows and columns are kept.
 *
 * <p>With rate r, gradient g and iteration t: {@code d = t^decay; R += d * (mean over the columns
 * of (g² + epsilon1) - R)}, likewise C over the rows; {@code v = R C / mean(R); u = g / sqrt(v); w
 * -= min(r, 1 / sqrt(t)) * max(epsilon2, rms(w)) * u / max(1, rms(u) / clip)}. The last two axes
 * make the matrix, axes before them number matrices; of a vector v is kept itself. So the memory is
 * that of the rows and columns.
 *
 * <p>PyTorch guards v from below instead of adding epsilon1, which differs only for gradients below
 * 1e-7.
 *
 * @param decay how the share of a new gradient shrinks, below 0
 * @param epsilon1 keeps mean squares from 0; above 0
 * @param epsilon2 the least scale of values; above 0
 * @param clip how large the root mean square of the divided gradients may be, above 0
 */
public record Adafactor(double decay, double epsilon1, double epsilon2, double clip)
    implements UpdateRule {

  /** Checks the numbers. */
  public Adafactor {
    Hyperparameters.positive("-decay", -decay);
    Hyperparameters.positive("epsilon1", epsilon1);
    Hyperparameters.positive("epsilon2", epsilon2);
    Hyperparameters.positive("clip", clip);
  }

  /** Keras' defaults: decay -0.8, epsilon1 1e-30, epsilon2 1e-3, clip 1. */
  public static Adafactor defaults() {
    return new Adafactor(-0.8, 1e-30, 1e-3, 1);
  }

  @Override
  public int slots() {
    return 0;
  }

  @Override
  public int memory(List<Integer> shape) {
    int size = shape.stream().reduce(1, Math::multiplyExact);
    int rows = rows(shape);
    int columns = columns(shape, size);
    return size / (rows * columns) * factors(rows, columns);
  }

  /**
   * The rows of each matrix. A vector is one row, and so is a matrix of a single row or column: the
   * product of the factors would be the mean square of each element.
   */
  private static int rows(List<Integer> shape) {
    int rank = shape.size();
    return rank < 2 || shape.get(rank - 1) == 1 ? 1 : shape.get(rank - 2);
  }

  private static int columns(List<Integer> shape, int size) {
    return rows(shape) == 1 ? size : shape.get(shape.size() - 1);
  }

  /**
   * What is remembered of a matrix: mean squares of the rows, if there are several, and columns.
   */
  private static int factors(int rows, int columns) {
    return rows == 1 ? columns : rows + columns;
  }

  @Override
  public boolean takesWholeParameters() {
    return true;
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    int rows = rows(parameter.spec().shape());
    int columns = columns(parameter.spec().shape(), parameter.size());
    double scale = Math.sqrt(parameter.values().sumOfSquares(from, to) / parameter.size());
    double step = Math.min(rate, 1 / Math.sqrt((double) iteration)) * Math.max(epsilon2, scale);
    double share = ScalarMath.pow((double) iteration, decay);
    if (parameter.precision() == Precision.FLOAT) {
      updateFloats(parameter, rows, columns, step, (float) share);
    } else {
      updateDoubles(parameter, rows, columns, step, share);
    }
  }

  private void updateFloats(Parameter parameter, int rows, int columns, double step, float share) {
    float[] gradient = parameter.gradient().floats();
    float[] factors = parameter.memory().floats();
    int end = parameter.offset() + parameter.size();
    int kept = parameter.memory().offset();
    for (int matrix = parameter.offset(); matrix < end; matrix += rows * columns) {
      meanSquares(gradient, matrix, factors, kept, rows, columns, share);
      kept += factors(rows, columns);
    }
    double squares = descend(parameter, factors, rows, columns, 0);
    double clipped = Math.max(1, Math.sqrt(squares / parameter.size()) / clip);
    descend(parameter, factors, rows, columns, (float) (step / clipped));
  }

  /** Moves the factors of the matrix that begins at some index. */
  private void meanSquares(
      float[] gradient, int matrix, float[] factors, int kept, int rows, int columns, float share) {
    int ofColumns = kept + factors(rows, columns) - columns;
    float added = (float) epsilon1;
    for (int j = ofColumns; j < ofColumns + columns; j++) {
      factors[j] -= share * factors[j];
    }
    for (int row = 0; row < rows; row++) {
      int begin = matrix + row * columns;
      float sum = 0;
      for (int j = 0; j < columns; j++) {
        float square = gradient[begin + j] * gradient[begin + j] + added;
        factors[ofColumns + j] += share / rows * square;
        sum += square;
      }
      if (rows > 1) {
        factors[kept + row] += share * (sum / columns - factors[kept + row]);
      }
    }
  }

  /** Takes steps of a size along the divided gradients, and gives the sum of their squares. */
  private static double descend(
      Parameter parameter, float[] factors, int rows, int columns, float step) {
    float[] values = parameter.values().floats();
    float[] gradient = parameter.gradient().floats();
    int end = parameter.offset() + parameter.size();
    int kept = parameter.memory().offset();
    double squares = 0;
    for (int matrix = parameter.offset(); matrix < end; matrix += rows * columns) {
      int ofColumns = kept + factors(rows, columns) - columns;
      float mean = 0;
      for (int row = 0; row < rows; row++) {
        mean += factors[kept + row] / rows;
      }
      for (int row = 0; row < rows; row++) {
        int begin = matrix + row * columns;
        float root = rows == 1 ? 1 : (float) Math.sqrt(factors[kept + row] / mean);
        for (int j = 0; j < columns; j++) {
          float u = gradient[begin + j] / (root * (float) Math.sqrt(factors[ofColumns + j]));
          squares += u * u;
          values[begin + j] -= step * u;
        }
      }
      kept += factors(rows, columns);
    }
    return squares;
  }

  private void updateDoubles(
      Parameter parameter, int rows, int columns, double step, double share) {
    double[] gradient = parameter.gradient().doubles();
    double[] factors = parameter.memory().doubles();
    int end = parameter.offset() + parameter.size();
    int kept = parameter.memory().offset();
    for (int matrix = parameter.offset(); matrix < end; matrix += rows * columns) {
      meanSquares(gradient, matrix, factors, kept, rows, columns, share);
      kept += factors(rows, columns);
    }
    double squares = descend(parameter, factors, rows, columns, 0);
    double clipped = Math.max(1, Math.sqrt(squares / parameter.size()) / clip);
    descend(parameter, factors, rows, columns, step / clipped);
  }

  /** Moves the factors of the matrix that begins at some index. */
  private void meanSquares(
      double[] gradient,
      int matrix,
      double[] factors,
      int kept,
      int rows,
      int columns,
      double share) {
    int ofColumns = kept + factors(rows, columns) - columns;
    double added = epsilon1;
    for (int j = ofColumns; j < ofColumns + columns; j++) {
      factors[j] -= share * factors[j];
    }
    for (int row = 0; row < rows; row++) {
      int begin = matrix + row * columns;
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double square = gradient[begin + j] * gradient[begin + j] + added;
        factors[ofColumns + j] += share / rows * square;
        sum += square;
      }
      if (rows > 1) {
        factors[kept + row] += share * (sum / columns - factors[kept + row]);
      }
    }
  }

  /** Takes steps of a size along the divided gradients, and gives the sum of their squares. */
  private static double descend(
      Parameter parameter, double[] factors, int rows, int columns, double step) {
    double[] values = parameter.values().doubles();
    double[] gradient = parameter.gradient().doubles();
    int end = parameter.offset() + parameter.size();
    int kept = parameter.memory().offset();
    double squares = 0;
    for (int matrix = parameter.offset(); matrix < end; matrix += rows * columns) {
      int ofColumns = kept + factors(rows, columns) - columns;
      double mean = 0;
      for (int row = 0; row < rows; row++) {
        mean += factors[kept + row] / rows;
      }
      for (int row = 0; row < rows; row++) {
        int begin = matrix + row * columns;
        double root = rows == 1 ? 1 : Math.sqrt(factors[kept + row] / mean);
        for (int j = 0; j < columns; j++) {
          double u = gradient[begin + j] / (root * Math.sqrt(factors[ofColumns + j]));
          squares += u * u;
          values[begin + j] -= step * u;
        }
      }
      kept += factors(rows, columns);
    }
    return squares;
  }
}
