package dev.nutshell.training;

import dev.nutshell.inference.EntrySpec;
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

  private final List<String> names;
  private final int losses;
  private final double[] sums;
  private double penalty;
  private long samples;

  RunningSums(EntrySpec entry) {
    names = new ArrayList<>(entry.losses());
    names.addAll(entry.metrics());
    losses = entry.losses().size();
    sums = new double[2 * names.size()];
  }

  void clear() {
    Arrays.fill(sums, 0);
    penalty = 0;
    samples = 0;
  }

  /** Adds a batch: its sums of value and weight, and its penalty, which counts once a sample. */
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
    for (int i = 0; i < names.size(); i++) {
      double value = mean(sums, i);
      measures.put(names.get(i), value);
      if (i < losses) {
        loss += value;
      }
    }
    return new Evaluation(loss, measures);
  }

  /** The weighted mean of a measure; 0 where every weight is 0. */
  static double mean(double[] sums, int measure) {
    double weight = sums[2 * measure + 1];
    return weight == 0 ? 0 : sums[2 * measure] / weight;
  }
}
