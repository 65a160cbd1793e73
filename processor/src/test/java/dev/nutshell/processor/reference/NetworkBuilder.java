package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the {@link ReferenceNetwork} of a case: its text, and which of our tensors is which of the
 * case's.
 */
final class NetworkBuilder {
  private final FixtureCase fixture;
  private final Map<String, Tensor> inputs = new LinkedHashMap<>();
  private final Map<String, Tensor> variables = new LinkedHashMap<>();
  private final Map<String, Tensor> outputs = new LinkedHashMap<>();
  private final Map<String, Tensor> gradients = new LinkedHashMap<>();
  private final Map<String, Tensor> states = new LinkedHashMap<>();
  private final List<String> ports = new ArrayList<>();
  private final List<String> shifts = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final List<String> products = new ArrayList<>();
  private String declarations = "";
  private String objective;
  private int batch;
  private boolean frozen;
  private boolean rounded;

  NetworkBuilder(FixtureCase fixture) {
    this.fixture = fixture;
  }

  /** An input of floats, under the case's name. */
  NetworkBuilder input(String name, UnaryOperator<Tensor> layout) {
    return input(name, name, layout);
  }

  /** An input of floats under another name. */
  NetworkBuilder input(String name, String source, UnaryOperator<Tensor> layout) {
    Tensor gradient = fixture.gradients().get(source);
    shifted("input", name, layout.apply(fixture.inputs().get(source)));
    if (gradient != null) {
      gradients.put("shift_" + name, layout.apply(gradient));
    }
    return this;
  }

  /** An input of integers or booleans. */
  NetworkBuilder discrete(String type, String name, Tensor value) {
    port("input", name, type, value);
    return this;
  }

  /** A parameter in the place of one of the case's. */
  NetworkBuilder parameter(String path, String source, UnaryOperator<Tensor> layout) {
    variables.put(path, layout.apply(fixture.parameters().get(source)));
    gradients.put(path, layout.apply(fixture.gradients().get(source)));
    return this;
  }

  /**
   * One parameter in the place of two of the case's that are added, and so have the same gradient.
   */
  NetworkBuilder sum(String path, String first, String second) {
    double[] a = fixture.parameters().get(first).values();
    double[] b = fixture.parameters().get(second).values();
    double[] sum = IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    variables.put(path, Tensor.vector(sum));
    gradients.put(path, fixture.gradients().get(first));
    return this;
  }

  /** One parameter in the place of several of the case's, which are its rows. */
  NetworkBuilder rows(String path, List<String> sources, UnaryOperator<Tensor> layout) {
    variables.put(path, stacked(sources, fixture.parameters(), layout));
    gradients.put(path, stacked(sources, fixture.gradients(), layout));
    return this;
  }

  private static Tensor stacked(
      List<String> sources, Map<String, Tensor> tensors, UnaryOperator<Tensor> layout) {
    List<Tensor> rows = sources.stream().map(tensors::get).map(layout).toList();
    List<Integer> shape = new ArrayList<>(rows.get(0).shape());
    shape.add(0, rows.size());
    double[] values = rows.stream().flatMapToDouble(row -> Arrays.stream(row.values())).toArray();
    return new Tensor(shape, values);
  }

  /** A state, and what it is after training where the case says so. */
  NetworkBuilder state(String path, String before, String after) {
    boolean given = fixture.inputs().containsKey(before);
    variables.put(path, (given ? fixture.inputs() : fixture.parameters()).get(before));
    if (fixture.outputs().containsKey(after)) {
      states.put(path, fixture.outputs().get(after));
    }
    return this;
  }

  /** Gradients are those of the network in use. */
  NetworkBuilder frozen() {
    frozen = true;
    return this;
  }

  /**
   * PyTorch computes the case's double precision with constants of single precision: it is held to
   * the tolerance of that.
   */
  NetworkBuilder roundedConstants() {
    rounded = true;
    return this;
  }

  /** Layers and functions beside the model. */
  NetworkBuilder declare(String text) {
    declarations = text;
    return this;
  }

  /** Statements of the model; a case's inputs are known by their names. */
  NetworkBuilder body(String statement) {
    body.add(statement);
    return this;
  }

  /** A result that training alone computes. */
  NetworkBuilder trainingOutput(String name, UnaryOperator<Tensor> layout) {
    return trainingOutput(name, name, layout);
  }

  /** A result; the model has a value of the case's name for it. */
  NetworkBuilder output(String name, UnaryOperator<Tensor> layout) {
    return output(name, name, layout);
  }

  /** A result under another name. */
  NetworkBuilder output(String name, String source, UnaryOperator<Tensor> layout) {
    outputs.put(name, layout.apply(fixture.outputs().get(source)));
    results.add("output " + name);
    return trainingOutput(name, source, layout);
  }

  /** A result of integers, which has no gradient. */
  NetworkBuilder discreteOutput(String name, String source, UnaryOperator<Tensor> layout) {
    outputs.put(name, layout.apply(fixture.outputs().get(source)));
    results.add("output " + name);
    return this;
  }

  /** A loss, whose mean over the samples and positions is the case's only result. */
  NetworkBuilder objective(String loss) {
    objective = loss;
    return this;
  }

  private NetworkBuilder trainingOutput(String name, String source, UnaryOperator<Tensor> layout) {
    shifted("target", "upstream_" + name, layout.apply(fixture.upstream().get(source)));
    gradients.put("shift_upstream_" + name, layout.apply(fixture.outputs().get(source)));
    products.add("(sum[...] upstream_%s[...] * %s[...])".formatted(name, name));
    return this;
  }

  private void shifted(String keyword, String name, Tensor value) {
    port(keyword, "given_" + name, "float", value);
    variables.put("shift_" + name, Tensor.zeros(value.shape()));
    shifts.add("param shift_%s: float%s".formatted(name, value.shape()));
    String axes = axes(value.shape().size() - 1);
    shifts.add(
        axes.isEmpty()
            ? "%s = given_%s + shift_%s[row]".formatted(name, name, name)
            : "%s = [%s] given_%s[%s] + shift_%s[row, %s]"
                .formatted(name, axes, name, axes, name, axes));
  }

  private static String axes(int rank) {
    return IntStream.range(0, rank).mapToObj(k -> "i" + k).collect(Collectors.joining(", "));
  }

  private void port(String keyword, String name, String type, Tensor value) {
    batch = value.shape().get(0);
    List<Integer> shape = value.shape().subList(1, value.shape().size());
    ports.add("%s %s: %s%s".formatted(keyword, name, type, shape.isEmpty() ? "" : shape));
    inputs.put(name, value);
  }

  ReferenceNetwork build() {
    double[] rows = new double[batch];
    Arrays.setAll(rows, i -> i);
    port("input", "row", "int", Tensor.vector(rows));
    if (products.isEmpty()) {
      products.add("float(row)");
    }
    List<String> lines = new ArrayList<>(ports);
    lines.addAll(shifts);
    lines.addAll(body);
    lines.addAll(results);
    lines.add(
        objective == null
            ? "loss total = %d * (%s)".formatted(batch, String.join(" + ", products))
            : "loss total = " + objective);
    String model = lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    return new ReferenceNetwork(
        fixture.file(),
        fixture.id(),
        declarations + "model Network() {\n" + model + "}\n",
        frozen,
        batch,
        inputs,
        variables,
        outputs,
        gradients,
        states,
        Optional.ofNullable(objective).map(loss -> expectedObjective()),
        fixture.single(),
        rounded ? fixture.single() : fixture.dbl());
  }

  private ReferenceNetwork.Objective expectedObjective() {
    return new ReferenceNetwork.Objective(
        fixture.outputs().get("y").values()[0], fixture.upstream().get("y").values()[0]);
  }
}
