package dev.nutshell.training;

import dev.nutshell.data.Column;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.ScalarMath;
import java.util.Arrays;

/**
 * A training class as the compiler would generate it, but for any size and precision: y = x W + b
 * with the mean squared error, dropout on x, and the running mean of x as a state.
 */
public final class LinearModel extends TrainingModel {

  private static final int CHUNK = 4;
  private static final double MOMENTUM = 0.9;

  private final int in;
  private final int out;
  private final double dropout;
  private final int biasOffset;
  private final int meanOffset;

  /** A row for each chunk: its part of the gradients, of the sum of x, and of the sums. */
  private final double[][] partial;

  public LinearModel(
      Precision precision, int in, int out, double dropout, TrainingOptions options) {
    super(spec(precision, in, out), "predict", options, CHUNK, 4);
    this.in = in;
    this.out = out;
    this.dropout = dropout;
    this.biasOffset = in * out;
    this.meanOffset = biasOffset + out;
    int chunks = (options.capacity() + CHUNK - 1) / CHUNK;
    this.partial = new double[chunks][meanOffset + in + sums.length];
  }

  static ModelSpec spec(Precision precision, int in, int out) {
    return ModelSpec.parse(
        """
        model Linear %1$s
        library 0.1.0
        fingerprint 5eed%2$d%3$d
        entry predict
        input x REAL %2$d
        target y REAL %3$d
        output prediction REAL %3$d
        loss squared_error
        metric absolute_error
        parameter fc.W %2$d,%3$d glorot_uniform
        parameter fc.b %3$d zeros
        state mean %2$d zeros
        """
            .formatted(precision, in, out));
  }

  @Override
  protected int phases(boolean training) {
    return 1;
  }

  @Override
  protected void serial(boolean training, int phase, int n, int chunks) {
    if (phase == 0) {
      return;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = total(chunks, meanOffset + in + i);
    }
    if (training) {
      for (int i = 0; i < gradients.size(); i++) {
        gradients.set(i, 2 * total(chunks, i) / sums[1]);
      }
      for (int i = 0; i < in; i++) {
        double mean = total(chunks, meanOffset + i) / n;
        double old = variables.get(meanOffset + i);
        variables.set(meanOffset + i, MOMENTUM * old + (1 - MOMENTUM) * mean);
      }
    }
  }

  @Override
  protected void finishMetrics(boolean training, double[] totals, double[] results) {
    results[0] = totals[2] / totals[3];
  }

  private double total(int chunks, int index) {
    double total = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      total += partial[chunk][index];
    }
    return total;
  }

  @Override
  protected void parallel(boolean training, int phase, int chunk, int from, int to) {
    double[] own = partial[chunk];
    Arrays.fill(own, 0);
    Column x = inputs[0];
    Column y = inputs[1];
    for (int row = from; row < to; row++) {
      for (int o = 0; o < out; o++) {
        double prediction = variables.get(biasOffset + o);
        for (int i = 0; i < in; i++) {
          prediction += kept(training, row, i) * x.get(row * in + i) * variables.get(i * out + o);
        }
        double error = prediction - y.get(row * out + o);
        for (int i = 0; i < in; i++) {
          own[i * out + o] += error * kept(training, row, i) * x.get(row * in + i);
        }
        own[biasOffset + o] += error;
        int tail = meanOffset + in;
        own[tail] += error * error;
        own[tail + 1]++;
        own[tail + 2] += Math.abs(error);
        own[tail + 3]++;
      }
      for (int i = 0; i < in; i++) {
        own[meanOffset + i] += x.get(row * in + i);
      }
    }
  }

  private double kept(boolean training, int row, int i) {
    return training && ScalarMath.uniformDouble(seed, step, 0, samples[row], i) < dropout ? 0 : 1;
  }

  @Override
  protected void constrain() {
    for (int i = 0; i < biasOffset; i++) {
      variables.set(i, Math.max(-10, Math.min(10, variables.get(i))));
    }
  }
}
