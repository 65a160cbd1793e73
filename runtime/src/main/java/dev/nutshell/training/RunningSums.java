package dev.nutshell.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The sums of losses and metrics over the batches of an epoch or an evaluation. */
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
    return model.measures().evaluation(ofTraining, sums, samples == 0 ? 0 : penalty / samples);
  }
}
