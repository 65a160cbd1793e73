package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Declaration.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Evaluates nodes one after the other, element by element, in double precision: the slow and
 * obvious meaning of a graph, which generated code is held against. With {@link Precision#FLOAT}
 * every number of type {@link ElementType#REAL} is rounded to float as soon as it is computed,
 * which shows how far rounding alone leads astray.
 *
 * <p>One interpreter is one call: what a node is worth is computed once and kept. Tensors have the
 * lengths of the call, not the bounds of their axes.
 */
public final class Interpreter {
  private final Call call;
  private final Map<Node, Cell> cells = new HashMap<>();
  private final Map<Compute, DoubleSupplier> codes = new HashMap<>();
  private final Map<Scan, List<Tensor>> scans = new HashMap<>();
  private final ScalarCode scalarCode;

  /**
   * Where the value of a node is: empty before it is computed, and again at each new step of a
   * scan.
   */
  static final class Cell {
    private Tensor value;

    double[] values() {
      return value.values();
    }
  }

  public Interpreter(Call call, Precision precision) {
    this.call = call;
    this.scalarCode = new ScalarCode(call, precision, this::cell);
  }

  /** All that a graph is asked for, in double precision. */
  public static Evaluation evaluate(Graph graph, Call call) {
    return new Interpreter(call, Precision.DOUBLE).evaluate(graph);
  }

  /** All that a graph is asked for. */
  public Evaluation evaluate(Graph graph) {
    graph.nodes().forEach(this::compute);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    graph.outputs().forEach(output -> outputs.put(output.name(), value(output.node())));
    Map<String, Tensor> updates = new LinkedHashMap<>();
    graph.updates().forEach(each -> updates.put(each.variable().path(), value(each.value())));
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    graph.gradients().forEach(each -> gradients.put(each.of().name(), value(each.value())));
    return new Evaluation(
        outputs,
        updates,
        graph.losses().stream().map(this::mean).toList(),
        sums(graph.metrics()),
        graph.penalties().stream().map(penalty -> value(penalty).item()).toList(),
        gradients);
  }

  private Evaluation.Mean mean(Graph.Measure measure) {
    return new Evaluation.Mean(
        measure.name(), value(measure.sum()).item(), value(measure.weight()).item());
  }

  private Map<String, List<Tensor>> sums(List<Graph.Metric> metrics) {
    Map<String, List<Tensor>> sums = new LinkedHashMap<>();
    metrics.forEach(
        metric -> sums.put(metric.name(), metric.sums().stream().map(this::value).toList()));
    return sums;
  }

  /**
   * The metrics of several batches together, by name.
   *
   * @param batches what {@code graph} was evaluated to for each
   * @param variables what the metrics may read besides, by path
   */
  public static Map<String, Tensor> metrics(
      Graph graph, List<Evaluation> batches, Map<String, Tensor> variables) {
    Map<String, Tensor> totals = new LinkedHashMap<>();
    for (Graph.Metric metric : graph.metrics()) {
      for (int i = 0; i < metric.totals().size(); i++) {
        Node total = metric.totals().get(i);
        double[] values = new double[(int) total.sampleSize()];
        for (Evaluation batch : batches) {
          double[] sum = batch.metrics().get(metric.name()).get(i).values();
          Arrays.setAll(values, k -> values[k] + sum[k]);
        }
        List<Integer> shape = total.shape().stream().map(Extent::bound).toList();
        totals.put(total.name(), new Tensor(shape, values));
      }
    }
    return evaluate(graph.finish(), Call.of(1, totals, variables)).outputs();
  }

  /** The value of a node that is not in the body of a scan. */
  public Tensor value(Node node) {
    Cell cell = cell(node);
    if (cell.value == null) {
      Dependencies.order(List.of(node)).forEach(this::compute);
    }
    return cell.value;
  }

  /**
   * A hash of every choice made so far: comparisons of floats, signs, floors, and points that are
   * best. Two calls with the same hash lie on the same smooth piece of what was computed.
   */
  public long decisions() {
    return scalarCode.decisions();
  }

  private Cell cell(Node node) {
    return cells.computeIfAbsent(node, key -> new Cell());
  }

  /** Computes a node whose dependencies are there. */
  private void compute(Node node) {
    Cell cell = cell(node);
    if (cell.value == null) {
      cell.value = valueOf(node);
    }
  }

  private Tensor valueOf(Node node) {
    if (node instanceof Compute compute) {
      return elements(compute);
    }
    if (node instanceof Reshape reshape) {
      return new Tensor(lengths(reshape.shape()), cell(reshape.operand()).values());
    }
    if (node instanceof ScanOutput output) {
      if (!scans.containsKey(output.scan())) {
        scans.put(output.scan(), run(output.scan()));
      }
      return scans.get(output.scan()).get(output.index());
    }
    if (node instanceof Input) {
      return given(node, "input", call.inputs());
    }
    if (node instanceof Variable) {
      return given(node, "variable", call.variables());
    }
    throw new IllegalStateException(node + " is read outside its scan");
  }

  private Tensor given(Node node, String what, Map<String, Tensor> tensors) {
    Tensor tensor = tensors.get(node.name());
    if (tensor == null) {
      throw new IllegalArgumentException("There is no " + what + " " + node.name());
    }
    List<Integer> expected = lengths(node.shape());
    if (!tensor.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "The %s %s has the shape %s; expected %s"
              .formatted(what, node.name(), tensor.shape(), expected));
    }
    double[] values =
        Arrays.stream(tensor.values()).map(each -> scalarCode.round(node.type(), each)).toArray();
    return new Tensor(expected, values);
  }

  private List<Integer> lengths(List<Extent> shape) {
    return shape.stream().map(call::length).toList();
  }

  private Tensor elements(Compute compute) {
    DoubleSupplier code =
        codes.computeIfAbsent(compute, key -> scalarCode.of(key.body(), key.name()));
    Tensor tensor = Tensor.zeros(lengths(compute.shape()));
    int[] next = {0};
    scalarCode.forEachPoint(compute.axes(), () -> tensor.values()[next[0]++] = code.getAsDouble());
    return tensor;
  }

  /** The outputs of a scan: the carries after the last step, then the stacked yields. */
  private List<Tensor> run(Scan scan) {
    List<Node> body = scan.body();
    List<Tensor> carried = new ArrayList<>();
    scan.carries().forEach(carry -> carried.add(cell(carry.initial()).value));
    List<Tensor> stacks = new ArrayList<>();
    int carries = scan.carries().size();
    for (int i = 0; i < scan.yields().size(); i++) {
      stacks.add(Tensor.zeros(lengths(new ScanOutput(scan, carries + i).shape())));
    }
    ScalarCode.Counter counter = scalarCode.counter(scan.axis());
    for (int i = 0; i < counter.length(); i++) {
      counter.set(scan.reverse() ? counter.length() - 1 - i : i);
      for (int c = 0; c < carries; c++) {
        cell(scan.carries().get(c).begin()).value = carried.get(c);
      }
      body.forEach(this::forget);
      body.forEach(this::compute);
      for (int y = 0; y < stacks.size(); y++) {
        stack(scan.yields().get(y), counter, stacks.get(y));
      }
      for (int c = 0; c < carries; c++) {
        carried.set(c, cell(scan.carries().get(c).next()).value);
      }
    }
    List<Tensor> outputs = new ArrayList<>(carried);
    outputs.addAll(stacks);
    return outputs;
  }

  private void forget(Node node) {
    cell(node).value = null;
    if (node instanceof ScanOutput output) {
      scans.remove(output.scan());
    }
  }

  /**
   * Puts a step's value at the step's index: along the first axis, or along the second after the
   * batch.
   */
  private void stack(Node source, ScalarCode.Counter step, Tensor stacked) {
    double[] values = cell(source).values();
    int rows = source.isBatched() ? call.batch() : 1;
    int size = values.length / Math.max(1, rows);
    for (int row = 0; row < rows; row++) {
      int target = (row * step.length() + step.get()) * size;
      System.arraycopy(values, row * size, stacked.values(), target, size);
    }
  }
}
