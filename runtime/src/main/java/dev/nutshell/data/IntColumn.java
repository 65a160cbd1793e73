package dev.nutshell.data;

import java.util.Objects;

/** Integers. */
final class IntColumn extends Column {

  private final int[] values;

  IntColumn(int width, int[] values) {
    super(width, Objects.requireNonNull(values, "values").length);
    this.values = values;
  }

  @Override
  public String type() {
    return "int";
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    if ((int) value != value) {
      throw unfit(value);
    }
    values[index] = (int) value;
  }

  @Override
  void copy(int from, Column target, int to) {
    if (target instanceof IntColumn same) {
      System.arraycopy(values, from, same.values, to, width());
      return;
    }
    for (int i = 0; i < width(); i++) {
      target.set(to + i, get(from + i));
    }
  }

  @Override
  public int[] ints() {
    return values;
  }
}
