package dev.nutshell.data;

import dev.nutshell.inference.Element;
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
  public Element element() {
    return Element.REAL;
  }

  @Override
  Object array() {
    return values;
  }

  @Override
  Column like(int length) {
    return new DoubleColumn(width(), new double[length]);
  }

  @Override
  public double[] doubles() {
    return values;
  }
}
