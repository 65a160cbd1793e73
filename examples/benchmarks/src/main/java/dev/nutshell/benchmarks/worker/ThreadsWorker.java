package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.measure.CallCost;
import dev.nutshell.benchmarks.measure.InterleavedRounds;
import dev.nutshell.benchmarks.measure.Protocol;
import dev.nutshell.benchmarks.peer.TrainingSide;
import dev.nutshell.benchmarks.peer.TrainingTask;
import dev.nutshell.benchmarks.workload.TrainingWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.util.List;
import java.util.Locale;

/**
 * The main class of a process that trains a network with one thread and with two: the losses must
 * be the same to the bit, and the times say what the second thread is worth.
 */
public final class ThreadsWorker {
  private static final int STEPS = 10;

  private ThreadsWorker() {}

  /**
   * Measures and prints.
   *
   * @param args the name of the workload, and {@code quick} or {@code full}
   * @throws IllegalStateException if the losses differ
   */
  public static void main(String[] args) {
    TrainingWorkload workload = (TrainingWorkload) Workloads.named(args[0]);
    TrainingTask task = workload.task();
    TrainingSide one = workload.nutshell(task, 1);
    TrainingSide two = workload.nutshell(task, 2);
    for (int step = 0; step < STEPS; step++) {
      double loss = one.step(step % task.batches().size());
      double other = two.step(step % task.batches().size());
      if (Double.doubleToLongBits(loss) != Double.doubleToLongBits(other)) {
        throw new IllegalStateException(
            "step " + step + ": loss " + loss + " with one thread, " + other + " with two");
      }
    }
    Protocol protocol = args[1].equals("quick") ? Protocol.quick() : Protocol.full();
    List<CallCost> costs = InterleavedRounds.measure(protocol, List.of(one, two));
    System.out.printf(
        Locale.ROOT,
        "%-48s %12.3f %12.3f %8.2fx %12s%n",
        workload.title(),
        costs.get(0).nanos() / 1e6,
        costs.get(1).nanos() / 1e6,
        costs.get(0).nanos() / costs.get(1).nanos(),
        "equal bits");
    one.close();
    two.close();
  }
}
