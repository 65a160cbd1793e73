package dev.nutshell.benchmarks.launch;

import dev.nutshell.benchmarks.worker.LatencyWorker;
import dev.nutshell.benchmarks.workload.InferenceWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Percentiles of single predictions from two threads, beside ONNX Runtime's. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = "How long single predictions take from two threads, beside ONNX Runtime.")
final class LatencyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<InferenceWorkload> workloads = common.chosen(Workloads.singlePredictions());
    JavaProcess java = common.java();
    MachineReport.print(System.out, java);
    System.out.printf(
        Locale.ROOT,
        "%-48s %-18s %10s %12s %12s %12s%n",
        "2 threads, one sample a call",
        "library",
        "calls",
        "p50, µs",
        "p99, µs",
        "p99.9, µs");
    String warmUpTurns = common.quick ? "2" : "10";
    String turns = common.quick ? "2" : "20";
    int faults = 0;
    for (InferenceWorkload workload : workloads) {
      faults += java.run(LatencyWorker.class.getName(), workload.id(), warmUpTurns, turns);
    }
    return faults == 0 ? 0 : 1;
  }
}
