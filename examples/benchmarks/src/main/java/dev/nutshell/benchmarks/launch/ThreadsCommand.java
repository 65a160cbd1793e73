package dev.nutshell.benchmarks.launch;

import dev.nutshell.benchmarks.worker.ThreadsWorker;
import dev.nutshell.benchmarks.workload.TrainingWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a second thread is worth in training. */
@Command(
    name = "threads",
    mixinStandardHelpOptions = true,
    description = "How much faster two threads train than one, with equal bits.")
final class ThreadsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<TrainingWorkload> workloads = common.chosen(Workloads.trainings());
    JavaProcess java = common.java();
    MachineReport.print(System.out, java);
    System.out.printf(
        Locale.ROOT,
        "%-48s %12s %12s %9s %12s%n",
        "training steps",
        "1 thread, ms",
        "2 threads",
        "ratio",
        "losses");
    int faults = 0;
    String protocol = common.quick ? "quick" : "full";
    for (TrainingWorkload workload : workloads) {
      faults += java.run(ThreadsWorker.class.getName(), workload.id(), protocol);
    }
    return faults == 0 ? 0 : 1;
  }
}
