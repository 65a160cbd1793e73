package dev.nutshell.data;

import dev.nutshell.inference.Element;
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
  public Element element() {
    return Element.REAL;
  }

  @Override
  Object array() {
    return values;
  }

  @Override
  Column like(int length) {
    return new FloatColumn(width(), new float[length]);
  }

  @Override
  public float[] floats() {
    return values;
  }
}
