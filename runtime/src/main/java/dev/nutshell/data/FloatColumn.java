package dev.nutshell.data;

import java.util.Objects;

/** Numbers in single precision. */
final class FloatColumn extends Column {

  private final float[] values;

  FloatColumn(int width, float[] values) {
    super(width, Objects.requireNonNull(values, "values").length);
    this.values = values;
  }

  @Override
  public String type() {
    return "float";
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    values[index] = (float) value;
  }

  @Override
  void copy(int from, Column target, int to) {
    if (target instanceof FloatColumn same) {
      System.arraycopy(values, from, same.values, to, width());
      return;
    }
    for (int i = 0; i < width(); i++) {
      target.set(to + i, get(from + i));
    }
  }

  @Override
  public float[] floats() {
    return values;
  }
}
