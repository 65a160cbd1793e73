package dev.nutshell.benchmarks.launch;

import dev.nutshell.benchmarks.workload.Workload;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command has. */
final class CommonOptions {
  @Option(names = "--quick", description = "a short run, to see that everything works")
  boolean quick;

  @Option(
      names = "--only",
      paramLabel = "WORKLOAD",
      description = "only workloads with this in their name")
  private String only = "";

  @Option(names = "--no-vector", description = "without the vector module")
  boolean noVector;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Those of a command's workloads that were asked for.
   *
   * @throws ParameterException if there are none
   */
  <T extends Workload> List<T> chosen(List<T> workloads) {
    List<T> found = workloads.stream().filter(w -> w.id().contains(only)).toList();
    if (found.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "--only "
              + only
              + ": no workload has this in its name; there are "
              + workloads.stream().map(Workload::id).collect(Collectors.joining(", ")));
    }
    return found;
  }

  /** Processes with these options. */
  JavaProcess java() {
    return new JavaProcess(!noVector);
  }
}
