package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;

/**
 * How far a number may be from its reference: {@code |found - expected| <= atol + rtol *
 * |expected|}.
 */
record Tolerance(double rtol, double atol) {

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
