package dev.nutshell.benchmarks.launch;

import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.worker.ColdStartWorker;
import dev.nutshell.benchmarks.workload.InferenceWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The time to the first prediction, and how the next seconds go. */
@Command(
    name = "cold",
    mixinStandardHelpOptions = true,
    description = {
      "How long the first prediction takes, from the loading of the class on, and the first"
          + " seconds of predictions in windows of 250 ms."
    })
final class ColdStartCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<InferenceWorkload> workloads = common.chosen(Workloads.singlePredictions());
    JavaProcess java = common.java();
    MachineReport.print(System.out, java);
    System.out.printf(
        Locale.ROOT,
        "%-48s %9s %12s %12s %12s %9s %14s%n",
        "cold start",
        "first, ms",
        "p99 1st s",
        "worst p99",
        "steady, µs",
        "worst",
        "bytes in 8 s");
    int faults = 0;
    for (InferenceWorkload workload : workloads) {
      faults += run(java, workload);
    }
    return faults == 0 ? 0 : 1;
  }

  private static int run(JavaProcess java, InferenceWorkload workload)
      throws IOException, InterruptedException {
    InferenceTask task = workload.task();
    Path weights = write(task.weights().weights().floats());
    Path input = write(task.inputs().get(0));
    int exit =
        java.run(
            ColdStartWorker.class.getName(),
            workload.id(),
            weights.toString(),
            input.toString(),
            Integer.toString(task.outputShape().size()));
    Files.delete(weights);
    Files.delete(input);
    return exit;
  }

  private static Path write(float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    Path file = Files.createTempFile("numbers", ".bin");
    return Files.write(file, bytes.array());
  }
}
