package dev.nutshell.data;

import dev.nutshell.inference.Element;
import java.util.Objects;

/** Truth values, 0 or 1 as numbers. */
final class BooleanColumn extends Column {

  private final boolean[] values;

  BooleanColumn(int width, boolean[] values) {
    super(width, Objects.requireNonNull(values, "values").length);
    this.values = values;
  }

  @Override
  public String type() {
    return "boolean";
  }

  @Override
  public double get(int index) {
    return values[index] ? 1 : 0;
  }

  @Override
  public void set(int index, double value) {
    if (value != 0 && value != 1) {
      throw unfit(value);
    }
    values[index] = value == 1;
  }

  @Override
  public Element element() {
    return Element.BOOL;
  }

  @Override
  Object array() {
    return values;
  }

  @Override
  Column like(int length) {
    return new BooleanColumn(width(), new boolean[length]);
  }

  @Override
  public boolean[] booleans() {
    return values;
  }
}
