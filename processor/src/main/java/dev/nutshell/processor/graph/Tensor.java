package dev.nutshell.processor.graph;

import java.util.Arrays;
import java.util.List;

/**
 * A tensor's elements, row-major, each as a double (booleans are 0 and 1): what the {@link
 * Interpreter} computes with.
 */
public final class Tensor {
  private final List<Integer> shape;
  private final double[] values;

  /**
   * Wraps the array.
   *
   * @throws IllegalArgumentException if there are not as many values as the shape says
   */
  public Tensor(List<Integer> shape, double[] values) {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(values.length + " values for the shape " + shape);
    }
    this.shape = List.copyOf(shape);
    this.values = values;
  }

  /** A tensor of rank 0. */
  public static Tensor scalar(double value) {
    return new Tensor(List.of(), new double[] {value});
  }

  /** A tensor of rank 1. */
  public static Tensor vector(double... values) {
    return new Tensor(List.of(values.length), values);
  }

  /** All zeros. */
  public static Tensor zeros(List<Integer> shape) {
    return new Tensor(shape, new double[size(shape)]);
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  public List<Integer> shape() {
    return shape;
  }

  /** The elements themselves, not a copy. */
  public double[] values() {
    return values;
  }

  public int size() {
    return values.length;
  }

  /** The only element of a tensor of rank 0. */
  public double item() {
    if (!shape.isEmpty()) {
      throw new IllegalStateException("A tensor of shape " + shape + " is no single number");
    }
    return values[0];
  }

  @Override
  public String toString() {
    return shape + " " + Arrays.toString(values);
  }
}
