package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.measure.Statistics;
import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Peer;
import dev.nutshell.benchmarks.peer.Side;
import dev.nutshell.benchmarks.workload.InferenceWorkload;

/** Predictions: every output must be the same up to rounding. */
final class InferenceContest implements Contest {
  private static final double TOLERANCE = 1e-4;

  private final InferenceTask task;
  private final InferenceSide nutshell;

  InferenceContest(InferenceWorkload workload) {
    this.task = workload.task();
    this.nutshell = workload.nutshell(task, 1).get(0);
  }

  @Override
  public Side nutshell() {
    return nutshell;
  }

  @Override
  public Side open(Peer peer) throws Exception {
    return peer.open(task);
  }

  @Override
  public double difference(String peer, Side side) {
    double largest = 0;
    for (int i = 0; i < task.inputs().size(); i++) {
      float[] expected = ((InferenceSide) side).predict(i);
      largest = Math.max(largest, Statistics.largestDifference(nutshell.predict(i), expected));
    }
    if (largest > TOLERANCE) {
      throw new IllegalStateException("differs from " + peer + " by " + largest);
    }
    return largest;
  }
}
