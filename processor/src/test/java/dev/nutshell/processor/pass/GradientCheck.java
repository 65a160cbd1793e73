package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Verifier;
import dev.nutshell.processor.pass.GradientComparison.Slopes;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Asserts that gradients of graphs agree with differences, and counts the points drawn anew. */
public final class GradientCheck {
  private static final int DIRECTIONS = 3;

  private final long seed;
  private int draws;
  private int redraws;

  /** Checks that draw the same points for the same seed, each graph by itself. */
  public GradientCheck(long seed) {
    this.seed = seed;
  }

  /** The share of points that were drawn anew. */
  public double redrawRate() {
    return draws == 0 ? 0 : (double) redraws / draws;
  }

  /**
   * Differentiates a graph, verifies the result, and checks it at a few points.
   *
   * @param sources what to differentiate by
   * @param calls draws a point
   * @throws AssertionError if a gradient is wrong
   */
  public void check(Graph graph, List<? extends Node> sources, Function<Random, Call> calls) {
    Verifier.verify(graph);
    Graph differentiated = Autodiff.differentiate(graph, sources);
    Verifier.verify(differentiated);
    GradientComparison comparison = new GradientComparison(graph, differentiated);
    Random random = new Random(seed);
    for (int i = 0; i < DIRECTIONS; i++) {
      Slopes slopes =
          comparison
              .slopes(sources, () -> calls.apply(random), random)
              .orElseThrow(
                  () -> new AssertionError("No smooth point of " + graph.name() + " found"));
      if (!slopes.agree()) {
        throw new AssertionError(
            "%s: the gradient says %.12g, differences say %.12g"
                .formatted(differentiated.name(), slopes.gradient(), slopes.difference()));
      }
    }
    draws += comparison.draws();
    redraws += comparison.redraws();
  }
}
