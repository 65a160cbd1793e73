package dev.nutshell.data;

import dev.nutshell.inference.Element;
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
  public Element element() {
    return Element.INT;
  }

  @Override
  Object array() {
    return values;
  }

  @Override
  Column like(int length) {
    return new IntColumn(width(), new int[length]);
  }

  @Override
  public int[] ints() {
    return values;
  }
}
