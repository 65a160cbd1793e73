package dev.nutshell.data.label;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What samples have which class. */
final class Labels {

  private Labels() {}

  /**
   * The samples of each class, classes in ascending order.
   *
   * @throws IllegalArgumentException if the field is no single number
   */
  static Map<Double, List<Integer>> samples(Dataset data, String field) {
    Column labels = data.column(field);
    if (labels.width() != 1) {
      throw new IllegalArgumentException(
          "field " + field + ": one class a sample expected, " + labels.width() + " numbers found");
    }
    Map<Double, List<Integer>> samples = new TreeMap<>();
    for (int sample = 0; sample < labels.rows(); sample++) {
      samples.computeIfAbsent(labels.get(sample), label -> new ArrayList<>()).add(sample);
    }
    return samples;
  }

  /** A class as a user writes it. */
  static String text(double label) {
    return label == Math.rint(label) ? Long.toString((long) label) : Double.toString(label);
  }
}
