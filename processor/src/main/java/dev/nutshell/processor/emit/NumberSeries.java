package dev.nutshell.processor.emit;

import java.util.List;

/** How a number goes through the repetitions of a loop. */
sealed interface NumberSeries {

  /** The same each time. */
  record Constant(int value) implements NumberSeries {}

  /** {@code first + step · i}. */
  record Affine(int first, int step) implements NumberSeries {}

  /** Listed. */
  record Table(List<Integer> values) implements NumberSeries {
    public Table {
      values = List.copyOf(values);
    }
  }

  /** The simplest description of at least two values. */
  static NumberSeries of(List<Integer> values) {
    int first = values.get(0);
    int step = values.get(1) - first;
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) - values.get(i - 1) != step) {
        return new Table(values);
      }
    }
    return step == 0 ? new Constant(first) : new Affine(first, step);
  }
}
