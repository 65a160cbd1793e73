package dev.nutshell.processor.pass;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Compares gradients with central differences of the objective along random directions, in double
 * precision. A point is drawn anew where another piece of the objective (another branch, another
 * maximum) begins within {@link #MARGIN}, and where differences themselves do not settle (another
 * step gives another slope); whether the gradient agrees has no say in it.
 */
public final class GradientComparison {
  private static final double STEP = 1e-5;
  private static final double MARGIN = 1e-3;
  private static final double TOLERANCE = 1e-6;
  private static final int MOST_DRAWS = 50;

  private final Graph graph;
  private final Graph differentiated;
  private int draws;
  private int redraws;

  /**
   * A comparison.
   *
   * @param graph what was differentiated
   * @param differentiated the same with its gradients
   */
  public GradientComparison(Graph graph, Graph differentiated) {
    this.graph = graph;
    this.differentiated = differentiated;
  }

  /**
   * The slope of the objective along one direction.
   *
   * @param gradient by the gradients
   * @param difference by the values a step ahead and a step behind
   */
  public record Slopes(double gradient, double difference) {

    /** How far apart they are, beside the slope or, where that is less than 1, beside 1. */
    public double deviation() {
      return Math.abs(gradient - difference) / (1 + Math.abs(difference));
    }

    /** Whether they are as close as rounding lets them be. */
    public boolean agree() {
      return deviation() <= TOLERANCE;
    }
  }

  /** How many points were drawn. */
  public int draws() {
    return draws;
  }

  /** How many of them were drawn anew. */
  public int redraws() {
    return redraws;
  }

  /**
   * The slopes at one point.
   *
   * @param sources what moves, all of it together; each has a gradient
   * @param points draws a point
   * @param random draws the direction
   * @return empty if no smooth point was found
   */
  public Optional<Slopes> slopes(
      List<? extends Node> sources, Supplier<Call> points, Random random) {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      draws++;
      Call call = points.get();
      Map<String, Tensor> direction = direction(sources, call, random);
      double difference = difference(call, direction, STEP);
      Slopes coarser = new Slopes(difference(call, direction, 2 * STEP), difference);
      if (coarser.agree() && isSmooth(call, direction)) {
        return Optional.of(new Slopes(gradient(call, direction), difference));
      }
      redraws++;
    }
    return Optional.empty();
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

  private boolean isSmooth(Call call, Map<String, Tensor> direction) {
    long here = decisions(call);
    return here == decisions(moved(call, direction, MARGIN))
        && here == decisions(moved(call, direction, -MARGIN));
  }

  private long decisions(Call call) {
    Interpreter interpreter = new Interpreter(call, Precision.DOUBLE);
    interpreter.evaluate(graph);
    return interpreter.decisions();
  }

  private double difference(Call call, Map<String, Tensor> direction, double step) {
    double ahead = Interpreter.evaluate(graph, moved(call, direction, step)).objective();
    double behind = Interpreter.evaluate(graph, moved(call, direction, -step)).objective();
    return (ahead - behind) / (2 * step);
  }

  private double gradient(Call call, Map<String, Tensor> direction) {
    Evaluation evaluation = Interpreter.evaluate(differentiated, call);
    double slope = 0;
    for (Map.Entry<String, Tensor> along : direction.entrySet()) {
      double[] distances = along.getValue().values();
      double[] values = evaluation.gradients().get(along.getKey()).values();
      for (int i = 0; i < distances.length; i++) {
        slope += distances[i] * values[i];
      }
    }
    return slope;
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
