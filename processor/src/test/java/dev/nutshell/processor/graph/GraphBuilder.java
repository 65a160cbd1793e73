package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Variable.Initializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds graphs by hand: inputs and parameters of a shape, nodes over axes, and losses that depend
 * on every element.
 */
public final class GraphBuilder {
  public static final Span SPAN = new Span("test.dl", 1, 1, 1, 2);

  private final List<Input> inputs = new ArrayList<>();
  private final List<Variable> parameters = new ArrayList<>();
  private final List<Graph.Measure> losses = new ArrayList<>();
  private final List<Node> penalties = new ArrayList<>();

  /** A new axis. */
  public static Axis axis(String name, int size) {
    return new Axis(name, Extent.of(size));
  }

  /** A new axis of samples. */
  public static Axis batch() {
    return new Axis("b", Extent.BATCH);
  }

  /** An element; every index is an {@link Axis}, an {@link Integer} or a {@link Scalar}. */
  public static Scalar at(Node node, Object... indices) {
    return Scalars.read(node, Arrays.stream(indices).map(GraphBuilder::scalar).toList());
  }

  /** An axis, an int, a double or a scalar as a scalar. */
  public static Scalar scalar(Object value) {
    if (value instanceof Axis axis) {
      return Scalars.index(axis);
    }
    if (value instanceof Integer integer) {
      return Scalars.integer(integer);
    }
    return value instanceof Double number ? Scalars.real(number) : (Scalar) value;
  }

  public static Scalar sum(List<Axis> axes, Scalar body, Scalar... guards) {
    return Scalars.reduce(ReduceOp.SUM, axes, List.of(guards), body);
  }

  public static Scalar reduce(ReduceOp op, List<Axis> axes, Scalar body, Scalar... guards) {
    return Scalars.reduce(op, axes, List.of(guards), body);
  }

  /** {@code 0 <= index < size}. */
  public static Scalar within(Scalar index, int size) {
    return Scalars.and(
        Scalars.lessEqual(Scalars.integer(0), index), Scalars.less(index, Scalars.integer(size)));
  }

  public static Node node(String name, List<Axis> axes, Scalar body) {
    return new Compute(name, axes, body, SPAN);
  }

  public static Node reshape(Node operand, Extent... shape) {
    return new Reshape(operand.name() + ".reshaped", operand, List.of(shape), SPAN);
  }

  /** A scan over fixed or bounded steps. */
  public static Scan scan(Axis step, boolean reverse, List<Scan.Carry> carries, Node... yields) {
    return new Scan("scan", step, reverse, carries, List.of(yields));
  }

  /** An input with samples. */
  public Input input(String name, int... shape) {
    return input(name, ElementType.REAL, shape);
  }

  /** An input with samples. */
  public Input input(String name, ElementType type, int... shape) {
    List<Extent> extents = new ArrayList<>(List.of(Extent.BATCH));
    Arrays.stream(shape).mapToObj(Extent::of).forEach(extents::add);
    return input(name, type, extents);
  }

  public Input input(String name, ElementType type, List<Extent> shape) {
    Input input = new Input(name, type, shape, false, SPAN);
    inputs.add(input);
    return input;
  }

  public Variable parameter(String path, int... shape) {
    List<Extent> extents = Arrays.stream(shape).mapToObj(Extent::of).toList();
    Initializer initializer = new Initializer("zeros", List.of());
    Variable variable =
        new Variable(Variable.Kind.PARAMETER, path, ElementType.REAL, extents, initializer, SPAN);
    parameters.add(variable);
    return variable;
  }

  /** Adds a loss that depends on every element of a node with samples, each in its own way. */
  public GraphBuilder loss(Node node) {
    List<Axis> axes = axesOf(node);
    Scalar value = weighed(node, axes);
    Axis row = batch();
    Node sum = node(node.name() + ".sum", List.of(), sum(axes, doubled(value)));
    Node weight =
        node(node.name() + ".weight", List.of(), sum(List.of(row), doubled(Scalars.real(1))));
    losses.add(new Graph.Measure(node.name(), sum, weight));
    return this;
  }

  public GraphBuilder loss(String name, Node sum, Node weight) {
    losses.add(new Graph.Measure(name, sum, weight));
    return this;
  }

  /**
   * Adds a penalty that depends on every element of a node without samples, each in its own way.
   */
  public GraphBuilder penalty(Node node) {
    List<Axis> axes = axesOf(node);
    Scalar value = weighed(node, axes);
    penalties.add(
        axes.isEmpty()
            ? node(node.name() + ".penalty", List.of(), value)
            : node(node.name() + ".penalty", List.of(), sum(axes, value)));
    return this;
  }

  private static List<Axis> axesOf(Node node) {
    List<Axis> axes = new ArrayList<>();
    node.shape().forEach(extent -> axes.add(new Axis("i" + axes.size(), extent)));
    return axes;
  }

  private static Scalar weighed(Node node, List<Axis> axes) {
    Scalar value = Scalars.read(node, Scalars.indices(axes));
    List<Axis> unbatched = axes.stream().filter(axis -> !axis.isBatch()).toList();
    Scalar position = Scalars.cast(ElementType.REAL, Scalars.position(unbatched));
    Scalar slope = Scalars.unary(Scalar.UnaryOp.COS, Scalars.multiply(position, Scalars.real(0.7)));
    Scalar square = Scalars.multiply(Scalars.real(0.25), Scalars.multiply(value, value));
    return Scalars.add(Scalars.multiply(value, slope), square);
  }

  public static Scalar doubled(Scalar scalar) {
    return Scalars.cast(ElementType.DOUBLE, scalar);
  }

  public Graph graph(String name) {
    return new Graph(name, List.of(), List.of(), losses, List.of(), penalties, List.of());
  }

  public List<Input> inputs() {
    return inputs;
  }

  public List<Variable> parameters() {
    return parameters;
  }

  /** What a gradient can be asked for: parameters, then floating inputs. */
  public List<Node> sources() {
    List<Node> sources = new ArrayList<>(parameters);
    inputs.stream().filter(input -> input.type().isFloating()).forEach(sources::add);
    return sources;
  }
}
