package dev.nutshell.data.label;

import dev.nutshell.data.Column;
import dev.nutshell.data.pipeline.Transform;
import java.util.Arrays;

/**
 * Classes as rows with a 1 at the place of the class and 0 elsewhere.
 *
 * @param classes how many classes there are, at least 1
 */
public record OneHot(int classes) implements Transform {

  /** Checks the number. */
  public OneHot {
    if (classes < 1) {
      throw new IllegalArgumentException("classes: 1 or more expected, " + classes + " found");
    }
  }

  /** The rows of a column of classes, in memory. */
  public Column of(Column labels) {
    Column rows = Column.of(width(labels.width()), new float[labels.rows() * classes]);
    for (int row = 0; row < labels.rows(); row++) {
      rows.floats()[row * classes + classOf(labels.get(row))] = 1;
    }
    return rows;
  }

  @Override
  public int width(int width) {
    if (width != 1) {
      throw new IllegalArgumentException("one class a sample expected, " + width + " found");
    }
    return classes;
  }

  @Override
  public void apply(float[] from, float[] to) {
    Arrays.fill(to, 0);
    to[classOf(from[0])] = 1;
  }

  private int classOf(double label) {
    int index = (int) label;
    if (index != label || index < 0 || index >= classes) {
      throw new IllegalArgumentException(
          "class 0 to " + (classes - 1) + " expected, " + Labels.text(label) + " found");
    }
    return index;
  }
}
