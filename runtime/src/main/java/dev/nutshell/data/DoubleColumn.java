package dev.nutshell.data;

import java.util.Objects;

/** Numbers in double precision. */
final class DoubleColumn extends Column {

  private final double[] values;

  DoubleColumn(int width, double[] values) {
    super(width, Objects.requireNonNull(values, "values").length);
    this.values = values;
  }

  @Override
  public String type() {
    return "double";
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    values[index] = value;
  }

  @Override
  void copy(int from, Column target, int to) {
    if (target instanceof DoubleColumn same) {
      System.arraycopy(values, from, same.values, to, width());
      return;
    }
    for (int i = 0; i < width(); i++) {
      target.set(to + i, get(from + i));
    }
  }

  @Override
  public double[] doubles() {
    return values;
  }
}
