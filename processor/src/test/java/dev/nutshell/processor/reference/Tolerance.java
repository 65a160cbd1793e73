package dev.nutshell.processor.reference;

/**
 * How far a number may be from its reference: {@code |found - expected| <= atol + rtol *
 * |expected|}.
 */
record Tolerance(double rtol, double atol) {

  /** How far a number may be from this reference. */
  double of(double expected) {
    return atol + rtol * Math.abs(expected);
  }
}
