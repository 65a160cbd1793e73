package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.Arrays;

/**
 * How far a number may be from its reference: {@code |found - expected| <= atol + rtol *
 * |expected|}.
 */
record Tolerance(double rtol, double atol) {

  /** What the order of additions may change: 1e-12 of the largest element. */
  static Tolerance rounding(Tensor expected) {
    double largest = Arrays.stream(expected.values()).map(Math::abs).max().orElse(0);
    return new Tolerance(0, 1e-12 * (1 + largest));
  }

  /** Compares two tensors, element by element. */
  void check(String what, Tensor expected, double[] found) {
    if (found.length != expected.size()) {
      throw new AssertionError(
          what + ": " + expected.shape() + " expected, " + found.length + " numbers found");
    }
    for (int i = 0; i < found.length; i++) {
      double each = expected.values()[i];
      if (!(Math.abs(found[i] - each) <= atol + rtol * Math.abs(each))) {
        throw new AssertionError(
            "%s, element %d of %s: %s expected, %s found"
                .formatted(what, i, expected.shape(), each, found[i]));
      }
    }
  }
}
