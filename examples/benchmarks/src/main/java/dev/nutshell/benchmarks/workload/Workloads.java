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

  /** Predictions of one sample. */
  public static List<InferenceWorkload> singlePredictions() {
    return inferences().stream().filter(w -> w.batch() == 1).toList();
  }

  /** Predictions. */
  public static List<InferenceWorkload> inferences() {
    return ofKind(InferenceWorkload.class);
  }

  /** Training steps. */
  public static List<TrainingWorkload> trainings() {
    return ofKind(TrainingWorkload.class);
  }

  private static <T extends Workload> List<T> ofKind(Class<T> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * The workload of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Workload named(String id) {
    return all().stream()
        .filter(w -> w.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload " + id));
  }
}
