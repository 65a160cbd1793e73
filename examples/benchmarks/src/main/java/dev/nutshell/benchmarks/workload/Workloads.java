package dev.nutshell.benchmarks.workload;

import java.util.List;
import java.util.stream.Stream;

/** All workloads, in the order of the table. */
public final class Workloads {

  private Workloads() {}

  /** All of them. */
  public static List<Workload> all() {
    return Stream.of(
            PerceptronWorkloads.all(),
            ConvolutionWorkloads.all(),
            SequenceWorkloads.all(),
            TrainingWorkloads.all())
        .<Workload>flatMap(List::stream)
        .toList();
  }

  /**
   * Those whose name on the command line contains a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static List<Workload> matching(String text) {
    List<Workload> found = all().stream().filter(w -> w.id().contains(text)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no workload " + text + "; there are " + all().stream().map(Workload::id).toList());
    }
    return found;
  }

  /** Predictions of one sample among those whose name contains a text. */
  public static List<InferenceWorkload> singlePredictions(String text) {
    return matching(text).stream()
        .filter(w -> w.batch() == 1 && w instanceof InferenceWorkload)
        .map(InferenceWorkload.class::cast)
        .toList();
  }

  /**
   * The workload of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Workload named(String id) {
    return matching(id).stream()
        .filter(w -> w.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload " + id));
  }
}
