package dev.nutshell.data;

import java.util.Objects;

/** Unsigned bytes. */
final class ByteColumn extends Column {

  private final byte[] values;

  ByteColumn(int width, byte[] values) {
    super(width, Objects.requireNonNull(values, "values").length);
    this.values = values;
  }

  @Override
  public String type() {
    return "byte";
  }

  @Override
  public double get(int index) {
    return values[index] & 0xff;
  }

  @Override
  public void set(int index, double value) {
    if (((int) value & 0xff) != value) {
      throw unfit(value);
    }
    values[index] = (byte) (int) value;
  }

  @Override
  void copy(int from, Column target, int to) {
    if (target instanceof ByteColumn same) {
      System.arraycopy(values, from, same.values, to, width());
      return;
    }
    for (int i = 0; i < width(); i++) {
      target.set(to + i, get(from + i));
    }
  }

  @Override
  public byte[] bytes() {
    return values;
  }
}
