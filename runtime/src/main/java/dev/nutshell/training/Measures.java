package dev.nutshell.training;

import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The losses and metrics of a network, read from its sums over one batch or several. */
final class Measures {

  private final TrainingModel model;
  private final EntrySpec entry;

  /** All metrics, one after the other; set anew for each reading. */
  private final double[] results;

  /** Where in the results a metric is that is one number. */
  private final Map<String, Integer> numbers = new HashMap<>();

  Measures(TrainingModel model, EntrySpec entry) {
    this.model = model;
    this.entry = entry;
    int size = 0;
    for (TensorSpec metric : entry.metrics()) {
      if (metric.axes().isEmpty()) {
        numbers.put(metric.name(), size);
      }
      size += metric.size();
    }
    this.results = new double[size];
  }

  /** The weighted means of all losses, added up to a penalty. */
  double loss(double[] sums, double penalty) {
    double loss = penalty;
    for (int i = 0; i < entry.losses().size(); i++) {
      loss += mean(sums, i);
    }
    return loss;
  }

  /**
   * A loss or a metric that is one number.
   *
   * @param training whether the samples were trained on, and not evaluated
   * @throws IllegalArgumentException if there is none of that name, or it is an array
   */
  double value(String name, boolean training, double[] sums) {
    int loss = entry.losses().indexOf(name);
    if (loss >= 0) {
      return mean(sums, loss);
    }
    Integer metric = numbers.get(name);
    if (metric != null) {
      model.finishMetrics(training, sums, results);
      return results[metric];
    }
    throw new IllegalArgumentException(
        "entry point " + entry.name() + " has no loss and no metric of one number named " + name);
  }

  /**
   * All losses and metrics.
   *
   * @param training whether the samples were trained on, and not evaluated
   */
  Evaluation evaluation(boolean training, double[] sums, double penalty) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < entry.losses().size(); i++) {
      values.put(entry.losses().get(i), mean(sums, i));
    }
    Map<String, List<Double>> arrays = new LinkedHashMap<>();
    model.finishMetrics(training, sums, results);
    int offset = 0;
    for (TensorSpec metric : entry.metrics()) {
      if (metric.axes().isEmpty()) {
        values.put(metric.name(), results[offset]);
      } else {
        List<Double> elements = new ArrayList<>();
        for (int i = 0; i < metric.size(); i++) {
          elements.add(results[offset + i]);
        }
        arrays.put(metric.name(), elements);
      }
      offset += metric.size();
    }
    return new Evaluation(loss(sums, penalty), values, arrays);
  }

  /** The weighted mean of a loss; 0 where every weight is 0. */
  private static double mean(double[] sums, int loss) {
    double weight = sums[2 * loss + 1];
    return weight == 0 ? 0 : sums[2 * loss] / weight;
  }
}
