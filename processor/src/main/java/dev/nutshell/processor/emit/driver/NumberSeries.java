package dev.nutshell.processor.emit.driver;

import java.util.ArrayList;
import java.util.List;

/** How a number goes through the repetitions of a loop. */
sealed interface NumberSeries {

  /** The same each time. */
  record Constant(int value) implements NumberSeries {}

  /** {@code first + step · i}. */
  record Affine(int first, int step) implements NumberSeries {}

  /**
   * {@code first} and a listed distance from it, which starts with 0: series that move alike share
   * the list.
   */
  record Table(int first, List<Integer> distances) implements NumberSeries {
    public Table {
      distances = List.copyOf(distances);
    }
  }

  /** The simplest description of at least two values. */
  static NumberSeries of(List<Integer> values) {
    int first = values.get(0);
    int step = values.get(1) - first;
    boolean affine = true;
    List<Integer> distances = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      distances.add(values.get(i) - first);
      affine &= values.get(i) - first == i * step;
    }
    if (!affine) {
      return new Table(first, distances);
    }
    return step == 0 ? new Constant(first) : new Affine(first, step);
  }
}
