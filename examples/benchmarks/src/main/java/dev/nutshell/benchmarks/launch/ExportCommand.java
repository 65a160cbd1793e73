package dev.nutshell.benchmarks.launch;

import dev.nutshell.benchmarks.peer.onnxruntime.OnnxRuntimePeer;
import dev.nutshell.benchmarks.workload.InferenceWorkload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The networks as ONNX files, for other bindings of ONNX Runtime. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the networks as ONNX files to target/models.")
final class ExportCommand implements Callable<Integer> {
  private static final Path FOLDER = Path.of("target", "models");

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    List<InferenceWorkload> workloads = common.chosen(Workloads.inferences());
    Files.createDirectories(FOLDER);
    for (InferenceWorkload workload : workloads) {
      Path file = FOLDER.resolve(workload.id() + ".onnx");
      Files.write(file, OnnxRuntimePeer.model(workload.task()));
      System.out.println(file);
    }
    return 0;
  }
}
