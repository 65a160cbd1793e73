package dev.nutshell.processor.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tries a check on many random graphs, and makes the first that fails as small as it can. */
public final class RandomGraphs {
  private static final int MOST_STEPS = 8;

  private RandomGraphs() {}

  /** As many graphs as wanted, the same for the same seed. */
  public static List<RandomGraph> of(long seed, int count) {
    Random random = new Random(seed);
    List<RandomGraph> graphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int steps = 1 + random.nextInt(MOST_STEPS);
      graphs.add(RandomGraph.of(random.longs(steps).boxed().toList()));
    }
    return graphs;
  }

  /**
   * Runs a check on random graphs.
   *
   * @throws AssertionError with the seed and a smallest graph that fails
   */
  public static void check(long seed, int count, Consumer<RandomGraph> check) {
    for (RandomGraph graph : of(seed, count)) {
      Throwable failure = failure(graph, check);
      if (failure != null) {
        RandomGraph smallest = shrink(graph, check);
        Throwable cause = failure(smallest, check);
        throw new AssertionError(
            "Seed %d, graph of the steps %s: %s%n%s"
                .formatted(seed, smallest.steps(), cause, text(smallest)),
            cause);
      }
    }
  }

  private static Throwable failure(RandomGraph graph, Consumer<RandomGraph> check) {
    try {
      check.accept(graph);
      return null;
    } catch (RuntimeException | AssertionError failure) {
      return failure;
    }
  }

  /** Leaves out steps as long as the check still fails. */
  private static RandomGraph shrink(RandomGraph failing, Consumer<RandomGraph> check) {
    RandomGraph smallest = failing;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int i = 0; i < smallest.steps().size() && !smaller; i++) {
        List<Long> fewer = new ArrayList<>(smallest.steps());
        fewer.remove(i);
        RandomGraph candidate = RandomGraph.of(fewer);
        if (failure(candidate, check) != null) {
          smallest = candidate;
          smaller = true;
        }
      }
    }
    return smallest;
  }

  private static String text(RandomGraph graph) {
    return graph.graph().nodes().stream().map(Inspection::text).collect(Collectors.joining("\n"));
  }
}
