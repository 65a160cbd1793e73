package dev.nutshell.processor.pass;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Verifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Compares gradients with central differences of the objective along random directions, in double
 * precision. A point is drawn anew where another piece of the objective (another branch, another
 * maximum) begins within {@link #MARGIN}, and where differences themselves do not settle (another
 * step gives another slope); whether the gradient agrees has no say in it.
 */
public final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double MARGIN = 1e-3;
  private static final double TOLERANCE = 1e-6;
  private static final int DIRECTIONS = 3;
  private static final int MOST_DRAWS = 50;

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
    Random random = new Random(seed);
    for (int i = 0; i < DIRECTIONS; i++) {
      checkPoint(graph, differentiated, sources, () -> calls.apply(random), random);
    }
  }

  private void checkPoint(
      Graph graph,
      Graph differentiated,
      List<? extends Node> sources,
      Supplier<Call> calls,
      Random random) {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      draws++;
      Call call = calls.get();
      Map<String, Tensor> direction = direction(sources, call, random);
      double difference = difference(graph, call, direction, STEP);
      double coarser = difference(graph, call, direction, 2 * STEP);
      boolean settled = Math.abs(difference - coarser) <= tolerance(difference);
      if (settled && isSmooth(graph, call, direction)) {
        compare(differentiated, call, direction, difference);
        return;
      }
      redraws++;
    }
    throw new AssertionError("No smooth point of " + graph.name() + " found");
  }

  private static Map<String, Tensor> direction(
      List<? extends Node> sources, Call call, Random random) {
    Map<String, Tensor> direction = new HashMap<>();
    for (Node source : sources) {
      Tensor at = value(source, call);
      double[] values = random.doubles(at.size(), -1, 1).toArray();
      direction.put(source.name(), new Tensor(at.shape(), values));
    }
    return direction;
  }

  private static Tensor value(Node source, Call call) {
    return (source instanceof Input ? call.inputs() : call.variables()).get(source.name());
  }

  private static boolean isSmooth(Graph graph, Call call, Map<String, Tensor> direction) {
    long here = decisions(graph, call);
    return here == decisions(graph, moved(call, direction, MARGIN))
        && here == decisions(graph, moved(call, direction, -MARGIN));
  }

  private static long decisions(Graph graph, Call call) {
    Interpreter interpreter = new Interpreter(call, Precision.DOUBLE);
    interpreter.evaluate(graph);
    return interpreter.decisions();
  }

  private static double tolerance(double slope) {
    return TOLERANCE * (1 + Math.abs(slope));
  }

  /** The slope of the objective, by the values a step ahead and a step behind. */
  private static double difference(
      Graph graph, Call call, Map<String, Tensor> direction, double step) {
    double ahead = Interpreter.evaluate(graph, moved(call, direction, step)).objective();
    double behind = Interpreter.evaluate(graph, moved(call, direction, -step)).objective();
    return (ahead - behind) / (2 * step);
  }

  private static void compare(
      Graph differentiated, Call call, Map<String, Tensor> direction, double difference) {
    Evaluation evaluation = Interpreter.evaluate(differentiated, call);
    double slope = 0;
    for (Map.Entry<String, Tensor> gradient : evaluation.gradients().entrySet()) {
      double[] along = direction.get(gradient.getKey()).values();
      double[] values = gradient.getValue().values();
      for (int i = 0; i < along.length; i++) {
        slope += along[i] * values[i];
      }
    }
    if (!(Math.abs(slope - difference) <= tolerance(difference))) {
      throw new AssertionError(
          "%s: the gradient says %.12g, differences say %.12g"
              .formatted(differentiated.name(), slope, difference));
    }
  }

  private static Call moved(Call call, Map<String, Tensor> direction, double distance) {
    return call.withInputs(moved(call.inputs(), direction, distance))
        .withVariables(moved(call.variables(), direction, distance));
  }

  private static Map<String, Tensor> moved(
      Map<String, Tensor> tensors, Map<String, Tensor> direction, double distance) {
    Map<String, Tensor> moved = new HashMap<>(tensors);
    moved.replaceAll(
        (name, tensor) ->
            direction.containsKey(name) ? moved(tensor, direction.get(name), distance) : tensor);
    return moved;
  }

  private static Tensor moved(Tensor from, Tensor direction, double distance) {
    double[] values = from.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += distance * direction.values()[i];
    }
    return new Tensor(from.shape(), values);
  }
}
