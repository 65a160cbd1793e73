package dev.nutshell.benchmarks.workload;

/** Something to be measured beside peers. */
public sealed interface Workload permits InferenceWorkload, TrainingWorkload {

  /** The name on the command line: the network, {@code @} and the batch. */
  String id();

  /** What the table calls it. */
  String title();

  /** Samples of one call. */
  int batch();

  /** The ratios that are aimed at. */
  Bar bar();
}
