package dev.nutshell.processor.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Program;
import dev.nutshell.processor.loop.program.ProgramVerifier;
import dev.nutshell.processor.loop.sequence.Boundary;
import dev.nutshell.processor.loop.sequence.CacheLines;
import dev.nutshell.processor.pass.Autodiff;
import dev.nutshell.processor.pass.Simplification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs a graph as a program and in the interpreter, on the same random numbers, and compares all
 * results.
 */
final class Comparison {
  private static final int ROWS = 5;

  private final List<Input> inputs;
  private final List<Variable> variables;
  private final Map<Input, Integer> bounds;
  private final Map<String, Integer> extents = new LinkedHashMap<>();
  private final Map<Node, Tensor> values = new LinkedHashMap<>();
  private final Random random = new Random(7);

  Comparison(List<Input> inputs, List<Variable> variables) {
    this(inputs, variables, Map.of());
  }

  private Comparison(List<Input> inputs, List<Variable> variables, Map<Input, Integer> bounds) {
    this.inputs = inputs;
    this.variables = variables;
    this.bounds = bounds;
  }

  /** Compares all graphs of a model, written in the language. */
  static void ofModel(String text, Map<String, Integer> extents) {
    Diagnostics diagnostics = new Diagnostics();
    List<Model> models =
        Frontend.models(new Source("test.dl", text), SourceResolver.NONE, diagnostics);
    assertEquals(List.of(), diagnostics.all());
    Model model = models.get(0);
    for (Model.EntryPoint entry : model.entries()) {
      List<Input> inputs = new ArrayList<>(entry.inputs());
      Comparison inference = new Comparison(inputs, model.variables(), entry.indexBounds());
      inference.extents.putAll(extents);
      inference.inference(entry.inference());
      if (entry.isTrainable()) {
        List<Input> all = new ArrayList<>(inputs);
        all.addAll(entry.targets());
        Comparison training = new Comparison(all, model.variables(), entry.indexBounds());
        training.extents.putAll(extents);
        List<Variable> parameters =
            model.variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.PARAMETER)
                .toList();
        training.training(Autodiff.differentiate(entry.training(), parameters));
        training.training(entry.evaluation());
      }
    }
  }

  /** Gives a bounded axis a length. */
  Comparison extent(String name, int length) {
    extents.put(name, length);
    return this;
  }

  /** Schedules {@code graph} as an inference graph, as it is and simplified, and compares. */
  Program inference(Graph graph) {
    inferencePlain(graph);
    return inferencePlain(Simplification.simplify(graph));
  }

  private Program inferencePlain(Graph graph) {
    Model model = model(graph, empty(), empty());
    Program program = Scheduler.schedule(model, Map.of()).inference().get(0).scalar();
    check(graph, program, ROWS, 0);
    return program;
  }

  /** Schedules {@code graph} as a training graph, as it is and simplified, and compares. */
  Program training(Graph graph) {
    trainingPlain(graph);
    return trainingPlain(Simplification.simplify(graph));
  }

  private Program trainingPlain(Graph graph) {
    Model model = model(empty(), graph, graph);
    Program program =
        Scheduler.schedule(model, Map.of("predict", graph)).training().get(0).train().scalar();
    check(graph, program, 2, CacheLines.of(Precision.DOUBLE).first());
    return program;
  }

  private static Graph empty() {
    return new Graph("empty", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private Model model(Graph inference, Graph evaluation, Graph training) {
    Model.EntryPoint entry =
        new Model.EntryPoint(
            "predict",
            "",
            inputs,
            List.of(),
            inference,
            evaluation,
            training,
            Graph.empty("adaptation"),
            List.of(),
            Map.of(),
            Map.of());
    return new Model("Net", "", Precision.DOUBLE, variables, List.of(entry), List.of(), Map.of());
  }

  /**
   * @param first the index of the first variable in its array
   */
  private void check(Graph graph, Program program, int chunk, int first) {
    ProgramVerifier.verify(program);
    inputs.forEach(input -> values.put(input, draw(input)));
    variables.forEach(variable -> values.put(variable, draw(variable)));
    Map<String, Tensor> named = new LinkedHashMap<>();
    inputs.forEach(input -> named.put(input.name(), values.get(input)));
    Map<String, Tensor> weights = new LinkedHashMap<>();
    variables.forEach(variable -> weights.put(variable.path(), values.get(variable)));
    Call call = Call.of(ROWS, named, weights).withExtents(extents);
    Evaluation expected = Interpreter.evaluate(graph, call);

    ProgramRunner runner = new ProgramRunner(program, ROWS, chunk);
    extents.forEach(runner::with);
    for (int port = 0; port < inputs.size(); port++) {
      Input input = inputs.get(port);
      runner.with(Area.INPUT, port, input.type(), padded(input, values.get(input)));
    }
    double[] flat = flat(first);
    runner.with(Area.VARIABLES, 0, ElementType.REAL, flat);
    runner.with(Area.GRADIENTS, 0, ElementType.REAL, new double[flat.length]);
    carries(program, runner);
    int sums = graph.sums().stream().mapToInt(sum -> (int) sum.sampleSize()).sum();
    runner.with(Area.SUMS, 0, ElementType.DOUBLE, new double[sums]);
    runner.with(Area.PENALTY, 0, ElementType.DOUBLE, new double[1]);
    for (int port = 0; port < graph.outputs().size(); port++) {
      Node node = graph.outputs().get(port).node();
      runner.with(Area.OUTPUT, port, node.type(), new double[ROWS * (int) node.sampleSize()]);
    }
    runner.run();
    compare(graph, expected, runner, first);
  }

  private void compare(Graph graph, Evaluation expected, ProgramRunner runner, int first) {
    for (int port = 0; port < graph.outputs().size(); port++) {
      Graph.Output output = graph.outputs().get(port);
      double[] actual = runner.get(Area.OUTPUT, port, output.node().type());
      compare(output.name(), output.node(), expected.outputs().get(output.name()), actual, 0);
    }
    Map<Variable, Integer> offsets = offsets();
    for (Graph.Gradient gradient : graph.gradients()) {
      double[] actual = runner.get(Area.GRADIENTS, 0, ElementType.REAL);
      String name = gradient.of().name();
      compare(
          "gradient of " + name,
          gradient.value(),
          expected.gradients().get(name),
          actual,
          first + offsets.get(gradient.of()));
    }
    for (Graph.Update update : graph.updates()) {
      Variable variable = update.variable();
      if (variable.kind() == Variable.Kind.CARRY) {
        compareRows(variable, expected.updates().get(variable.path()), runner);
        continue;
      }
      compare(
          variable.path(),
          variable,
          expected.updates().get(variable.path()),
          runner.get(Area.VARIABLES, 0, ElementType.REAL),
          first + offsets.get(variable));
    }
    compareSums(graph, expected, runner.get(Area.SUMS, 0, ElementType.DOUBLE));
    double penalty = expected.penalties().stream().mapToDouble(each -> each).sum();
    near("penalty", penalty, runner.get(Area.PENALTY, 0, ElementType.DOUBLE)[0]);
  }

  private static void compareSums(Graph graph, Evaluation expected, double[] actual) {
    List<Double> sums = new ArrayList<>();
    for (Evaluation.Mean loss : expected.losses()) {
      sums.addAll(List.of(loss.sum(), loss.weight()));
    }
    for (List<Tensor> metric : expected.metrics().values()) {
      metric.forEach(sum -> Arrays.stream(sum.values()).forEach(sums::add));
    }
    for (int i = 0; i < sums.size(); i++) {
      near("sum %d of %s".formatted(i, graph.name()), sums.get(i), actual[i]);
    }
  }

  private void compareRows(Variable carry, Tensor expected, ProgramRunner runner) {
    double[] all = runner.get(Area.CARRIES, 0, carry.type());
    int stride = all.length / ROWS;
    int size = (int) carry.sampleSize();
    double[] rows = new double[ROWS * size];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(all, row * stride + offsets().get(carry), rows, row * size, size);
    }
    compare(carry.path(), carry, expected, rows, 0);
  }

  private void compare(String name, Node node, Tensor expected, double[] actual, int offset) {
    int[] position = {0};
    visit(
        node.shape(),
        0,
        offset,
        at -> near(name + " at " + at, expected.values()[position[0]++], actual[at]));
  }

  private static void near(String what, double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * (1 + Math.abs(expected)), what);
  }

  private int length(Extent extent) {
    if (extent instanceof Extent.Bounded bounded) {
      return extents.getOrDefault(bounded.name(), bounded.bound());
    }
    return extent instanceof Extent.Batch ? ROWS : extent.bound();
  }

  /** The positions, by the bounds, of all elements, by the lengths. */
  private void visit(List<Extent> shape, int axis, int base, java.util.function.IntConsumer each) {
    if (axis == shape.size()) {
      each.accept(base);
      return;
    }
    int stride = 1;
    for (int k = axis + 1; k < shape.size(); k++) {
      stride *= shape.get(k).bound();
    }
    for (int i = 0; i < length(shape.get(axis)); i++) {
      visit(shape, axis + 1, base + i * stride, each);
    }
  }

  private double[] padded(Node node, Tensor tensor) {
    int rows = node.isBatched() ? ROWS : 1;
    double[] array = new double[rows * (int) node.sampleSize()];
    int[] position = {0};
    visit(node.shape(), 0, 0, at -> array[at] = tensor.values()[position[0]++]);
    return array;
  }

  private Tensor draw(Node node) {
    Tensor tensor = Tensor.zeros(node.shape().stream().map(this::length).toList());
    boolean positive = node instanceof Variable state && state.kind() == Variable.Kind.STATE;
    for (int i = 0; i < tensor.size(); i++) {
      tensor.values()[i] =
          positive
              ? random.nextDouble()
              : node.type().isFloating()
                  ? random.nextGaussian()
                  : random.nextInt(
                      node.type() == ElementType.BOOL ? 2 : bounds.getOrDefault(node, 3));
    }
    return tensor;
  }

  private Map<Variable, Integer> offsets() {
    return Boundary.offsets(model(empty(), empty(), empty()));
  }

  /** Parameters and states, as in {@link Area#VARIABLES}. */
  private double[] flat(int first) {
    List<Variable> kept =
        variables.stream().filter(variable -> variable.kind() != Variable.Kind.CARRY).toList();
    int size = kept.stream().mapToInt(variable -> (int) variable.sampleSize()).sum();
    double[] flat = new double[first + size];
    Map<Variable, Integer> offsets = offsets();
    for (Variable variable : kept) {
      double[] padded = padded(variable, values.get(variable));
      System.arraycopy(padded, 0, flat, first + offsets.get(variable), padded.length);
    }
    return flat;
  }

  private void carries(Program program, ProgramRunner runner) {
    Map<Variable, Integer> offsets = offsets();
    for (Variable variable : variables) {
      if (variable.kind() == Variable.Kind.CARRY) {
        int stride = program.memory().size(Area.CARRIES, variable.type());
        int size = (int) variable.sampleSize();
        double[] padded = padded(variable, values.get(variable));
        double[] all = runner.get(Area.CARRIES, 0, variable.type());
        for (int row = 0; row < ROWS; row++) {
          System.arraycopy(padded, row * size, all, row * stride + offsets.get(variable), size);
        }
      }
    }
  }
}
