package dev.nutshell.training;

import dev.nutshell.inference.TensorSpec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses and metrics over the batches of an epoch or an evaluation. */
final class RunningSums {

  private final TrainingModel model;
  private final boolean ofTraining;
  private final double[] sums;
  private double penalty;
  private long samples;

  /**
   * No batch yet.
   *
   * @param ofTraining whether the batches are trained on, and not evaluated
   */
  RunningSums(TrainingModel model, boolean ofTraining) {
    this.model = model;
    this.ofTraining = ofTraining;
    sums = new double[model.sums.length];
  }

  void clear() {
    Arrays.fill(sums, 0);
    penalty = 0;
    samples = 0;
  }

  /** Adds a batch: its sums, and its penalty, which counts once a sample. */
  void add(double[] batchSums, double batchPenalty, int n) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += batchSums[i];
    }
    penalty += batchPenalty * n;
    samples += n;
  }

  void write(DataOutput out) throws IOException {
    for (double sum : sums) {
      out.writeDouble(sum);
    }
    out.writeDouble(penalty);
    out.writeLong(samples);
  }

  void read(DataInput in) throws IOException {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.readDouble();
    }
    penalty = in.readDouble();
    samples = in.readLong();
  }

  Evaluation evaluation() {
    double loss = samples == 0 ? 0 : penalty / samples;
    Map<String, Double> measures = new LinkedHashMap<>();
    List<String> losses = model.entry().losses();
    for (int i = 0; i < losses.size(); i++) {
      double value = mean(sums, i);
      measures.put(losses.get(i), value);
      loss += value;
    }
    Map<String, List<Double>> arrays = new LinkedHashMap<>();
    double[] results = model.metrics(ofTraining, sums);
    int offset = 0;
    for (TensorSpec metric : model.entry().metrics()) {
      if (metric.axes().isEmpty()) {
        measures.put(metric.name(), results[offset]);
      } else {
        List<Double> elements = new ArrayList<>();
        for (int i = 0; i < metric.size(); i++) {
          elements.add(results[offset + i]);
        }
        arrays.put(metric.name(), elements);
      }
      offset += metric.size();
    }
    return new Evaluation(loss, measures, arrays);
  }

  /** The weighted mean of a loss; 0 where every weight is 0. */
  static double mean(double[] sums, int loss) {
    double weight = sums[2 * loss + 1];
    return weight == 0 ? 0 : sums[2 * loss] / weight;
  }
}
