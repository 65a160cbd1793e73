package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.List;

/**
 * Compares what was computed with a reference, and remembers the element that came nearest to its
 * tolerance.
 */
final class Deviations {
  private double error;
  private double allowed;
  private double share = -1;

  /** The same comparisons, and those of another. */
  Deviations and(Deviations other) {
    return share >= other.share ? this : other;
  }

  /** How far the element nearest to its tolerance is from the reference. */
  double error() {
    return error;
  }

  /** How far that element may be from the reference. */
  double allowed() {
    return allowed;
  }

  /**
   * Compares two tensors, element by element.
   *
   * @throws AssertionError that names the first element outside of its tolerance
   */
  void check(String what, Tensor expected, double[] found, Tolerance tolerance) {
    if (found.length != expected.size()) {
      throw new AssertionError(
          what + ": " + expected.shape() + " expected, " + found.length + " numbers found");
    }
    for (int i = 0; i < found.length; i++) {
      double each = expected.values()[i];
      double most = tolerance.of(each);
      note(each == found[i] ? 0 : Math.abs(found[i] - each), most);
      if (each != found[i] && !(Math.abs(found[i] - each) <= most)) {
        throw new AssertionError(
            "%s, element %d of %s: %s expected, %s found, %s allowed"
                .formatted(what, i, expected.shape(), each, found[i], most));
      }
    }
  }

  /** Compares two numbers. */
  void check(String what, double expected, double found, Tolerance tolerance) {
    check(what, new Tensor(List.of(), new double[] {expected}), new double[] {found}, tolerance);
  }

  private void note(double distance, double most) {
    double each = most == 0 && distance == 0 ? 0 : distance / most;
    if (Double.isNaN(each) || each > share) {
      error = distance;
      allowed = most;
      share = Double.isNaN(each) ? Double.POSITIVE_INFINITY : each;
    }
  }
}
