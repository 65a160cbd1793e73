package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.peer.Peer;
import dev.nutshell.benchmarks.peer.Side;
import dev.nutshell.benchmarks.peer.TrainingSide;
import dev.nutshell.benchmarks.peer.TrainingTask;
import dev.nutshell.benchmarks.workload.TrainingWorkload;

/** Training steps: the losses of the first ones from the same weights must be the same. */
final class TrainingContest implements Contest {
  private static final int STEPS = 8;
  private static final double TOLERANCE = 1e-3;

  private final TrainingTask task;
  private final TrainingSide nutshell;
  private final double[] losses;

  TrainingContest(TrainingWorkload workload) {
    this.task = workload.task();
    this.nutshell = workload.nutshell(task, 1);
    this.losses = firstLosses(nutshell);
  }

  private double[] firstLosses(TrainingSide side) {
    double[] found = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      found[step] = side.step(step % task.batches().size());
    }
    return found;
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
    double[] expected = firstLosses((TrainingSide) side);
    double largest = 0;
    for (int step = 0; step < STEPS; step++) {
      double difference = Math.abs(losses[step] - expected[step]) / Math.max(1, expected[step]);
      // Written so that a NaN fails.
      if (!(difference <= TOLERANCE)) {
        throw new IllegalStateException(
            "loss " + losses[step] + " in step " + step + ", " + peer + " has " + expected[step]);
      }
      largest = Math.max(largest, difference);
    }
    return largest;
  }
}
