package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.graph.Variable.Kind;
import dev.nutshell.processor.loop.program.Area;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory that the program of an entry point shares with its surroundings: nothing of it is
 * planned.
 */
public final class Boundary {
  private final Map<Variable, Integer> offsets;
  private final int first;
  private final Map<Node, Location> given = new HashMap<>();
  private final List<Slot> results = new ArrayList<>();

  /**
   * What a graph is given and gives.
   *
   * @param first the index of the first variable in its array, and of its gradient
   * @param inputs with the targets after them
   */
  public Boundary(Model model, Map<Variable, Integer> offsets, int first, List<Input> inputs) {
    this.offsets = offsets;
    this.first = first;
    Map<ElementType, Integer> rows = carryRows(model);
    for (Variable variable : model.variables()) {
      boolean carry = variable.kind() == Kind.CARRY;
      Slot slot =
          Slot.fixed(
              carry ? Area.CARRIES : Area.VARIABLES,
              0,
              variable.type(),
              Math.toIntExact(variable.sampleSize()),
              carry ? offsets.get(variable) : first + offsets.get(variable),
              carry ? rows.get(variable.type()) : 0);
      given.put(variable, Location.of(slot, variable.shape()));
    }
    for (int port = 0; port < inputs.size(); port++) {
      Input input = inputs.get(port);
      given.put(input, Location.of(port(Area.INPUT, port, input), input.shape()));
    }
  }

  /** Of the program that computes metrics of their totals: each metric is a result. */
  public static Boundary ofMetrics(Model model, Map<Variable, Integer> offsets, Graph graph) {
    Boundary boundary = new Boundary(model, offsets, 0, List.of());
    int offset = 2 * graph.losses().size();
    int result = 0;
    for (Graph.Metric metric : graph.metrics()) {
      for (Input total : metric.totals()) {
        boundary.given.put(total, Location.of(doubles(Area.SUMS, total, offset), total.shape()));
        offset += Math.toIntExact(total.sampleSize());
      }
      boundary.results.add(doubles(Area.RESULTS, metric.value(), result));
      result += Math.toIntExact(metric.value().sampleSize());
    }
    return boundary;
  }

  /**
   * The offset of each variable in its area: parameters and states in one sequence, carries in
   * rows, each type for itself.
   */
  public static Map<Variable, Integer> offsets(Model model) {
    Map<Variable, Integer> offsets = new LinkedHashMap<>();
    int flat = 0;
    Map<ElementType, Integer> row = new EnumMap<>(ElementType.class);
    for (Variable variable : model.variables()) {
      int size = Math.toIntExact(variable.sampleSize());
      if (variable.kind() == Kind.CARRY) {
        offsets.put(variable, row.getOrDefault(variable.type(), 0));
        row.merge(variable.type(), size, Integer::sum);
      } else {
        offsets.put(variable, flat);
        flat += size;
      }
    }
    return offsets;
  }

  /** The elements of each type in a row of {@link Area#CARRIES}. */
  public static Map<ElementType, Integer> carryRows(Model model) {
    Map<ElementType, Integer> rows = new EnumMap<>(ElementType.class);
    for (Variable variable : model.variables()) {
      if (variable.kind() == Kind.CARRY) {
        rows.merge(variable.type(), Math.toIntExact(variable.sampleSize()), Integer::sum);
      }
    }
    return rows;
  }

  /** Where variables, inputs and targets are. */
  Map<Node, Location> given() {
    return given;
  }

  /** Where a result goes; it has samples even where {@code output} has none. */
  Slot output(int port, Graph.Output output) {
    return results.isEmpty() ? port(Area.OUTPUT, port, output.node()) : results.get(port);
  }

  Slot gradient(Variable parameter) {
    int size = Math.toIntExact(parameter.sampleSize());
    int offset = first + offsets.get(parameter);
    return Slot.fixed(Area.GRADIENTS, 0, parameter.type(), size, offset, 0);
  }

  /** What a chunk of samples adds to a gradient. */
  Slot gradientPart(Slot gradient) {
    return Slot.fixed(
        Area.GRADIENT_PARTS, 0, gradient.type(), gradient.size(), gradient.offset(), 0);
  }

  /** A sum of the measures. */
  Slot sum(Node sum, int offset) {
    return doubles(Area.SUMS, sum, offset);
  }

  Slot penalty(Node penalty) {
    return doubles(Area.PENALTY, penalty, 0);
  }

  private static Slot doubles(Area area, Node node, int offset) {
    return Slot.fixed(area, 0, ElementType.DOUBLE, Math.toIntExact(node.sampleSize()), offset, 0);
  }

  private static Slot port(Area area, int port, Node node) {
    int size = Math.toIntExact(node.sampleSize());
    return Slot.fixed(area, port, node.type(), size, 0, size);
  }
}
