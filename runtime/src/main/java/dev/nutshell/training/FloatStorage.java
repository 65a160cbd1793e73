package dev.nutshell.training;

import java.util.Arrays;
import java.util.Objects;

/** Numbers in single precision. */
final class FloatStorage extends Storage {

  private final float[] values;

  FloatStorage(float[] values, int offset, int size) {
    super(offset, size);
    this.values = values;
  }

  @Override
  public double get(int index) {
    return values[offset() + index];
  }

  @Override
  public void set(int index, double value) {
    values[offset() + index] = (float) value;
  }

  @Override
  public void fill(double value) {
    Arrays.fill(values, offset(), offset() + size(), (float) value);
  }

  @Override
  public Storage slice(int from, int count) {
    Objects.checkFromIndexSize(from, count, size());
    return new FloatStorage(values, offset() + from, count);
  }

  @Override
  public float[] floats() {
    return values;
  }
}
