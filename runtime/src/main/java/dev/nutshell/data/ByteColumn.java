package dev.nutshell.data;

import dev.nutshell.inference.Element;
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
  public Element element() {
    return Element.BYTE;
  }

  @Override
  Object array() {
    return values;
  }

  @Override
  Column like(int length) {
    return new ByteColumn(width(), new byte[length]);
  }

  /** Bytes for a single-precision network, as images are, take a loop of their own. */
  @Override
  void convert(int from, Column target, int to, int length) {
    if (target instanceof FloatColumn column) {
      float[] floats = column.floats();
      for (int i = 0; i < length; i++) {
        floats[to + i] = values[from + i] & 0xff;
      }
      return;
    }
    super.convert(from, target, to, length);
  }

  @Override
  public byte[] bytes() {
    return values;
  }
}
