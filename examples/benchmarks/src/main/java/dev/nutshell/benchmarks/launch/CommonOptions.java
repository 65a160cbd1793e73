package dev.nutshell.benchmarks.launch;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
  @Option(names = "--quick", description = "a short run, to see that everything works")
  boolean quick;

  @Option(
      names = "--only",
      paramLabel = "WORKLOAD",
      description = "only workloads with this in their name")
  String only = "";

  @Option(names = "--no-vector", description = "without the vector module")
  boolean noVector;

  /** Processes with these options. */
  JavaProcess java() {
    return new JavaProcess(!noVector);
  }
}
