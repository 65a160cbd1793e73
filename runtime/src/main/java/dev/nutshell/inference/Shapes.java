package dev.nutshell.inference;

import java.util.List;

/** Arithmetic on shapes, refusing what no Java array can hold. */
final class Shapes {

  private Shapes() {}

  /**
   * The number of elements of a shape; 1 for a scalar.
   *
   * @throws IllegalArgumentException if an extent is not positive or the product exceeds an int
   */
  static int size(List<Integer> shape) {
    long size = 1;
    for (int extent : shape) {
      if (extent < 1) {
        throw new IllegalArgumentException("shape " + shape + " has an extent below 1");
      }
      size *= extent;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("shape " + shape + " has too many elements");
      }
    }
    return (int) size;
  }
}
