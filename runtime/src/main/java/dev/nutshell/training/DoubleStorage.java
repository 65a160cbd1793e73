package dev.nutshell.training;

import java.util.Arrays;
import java.util.Objects;

/** Numbers in double precision. */
final class DoubleStorage extends Storage {

  private final double[] values;

  DoubleStorage(double[] values, int offset, int size) {
    super(offset, size);
    this.values = values;
  }

  @Override
  public double get(int index) {
    return values[offset() + index];
  }

  @Override
  public void set(int index, double value) {
    values[offset() + index] = value;
  }

  @Override
  public void fill(double value) {
    Arrays.fill(values, offset(), offset() + size(), value);
  }

  @Override
  public Storage slice(int from, int count) {
    Objects.checkFromIndexSize(from, count, size());
    return new DoubleStorage(values, offset() + from, count);
  }

  @Override
  public double[] doubles() {
    return values;
  }
}
