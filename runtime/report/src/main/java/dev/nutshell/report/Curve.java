package dev.nutshell.report;

import java.util.List;

/**
 * A measure over the epochs.
 *
 * @param name what it is of: {@code training} or {@code validation}
 * @param epochs the number of each epoch
 * @param values for each epoch; what is not finite is left out
 */
record Curve(String name, List<Integer> epochs, List<Double> values) {
  Curve {
    epochs = List.copyOf(epochs);
    values = List.copyOf(values);
  }
}
