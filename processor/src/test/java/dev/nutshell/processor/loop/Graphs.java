package dev.nutshell.processor.loop;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;

/** Short forms for graphs built by hand. */
final class Graphs {
  static final Span SPAN = new Span("test.dl", 1, 1, 1, 2);

  private Graphs() {}

  static Axis batch() {
    return new Axis("b", Extent.BATCH);
  }

  static Axis axis(String name, int size) {
    return new Axis(name, Extent.of(size));
  }

  static List<Extent> batched(int... sizes) {
    List<Extent> shape = shape(sizes);
    shape.add(0, Extent.BATCH);
    return shape;
  }

  static List<Extent> shape(int... sizes) {
    List<Extent> shape = new ArrayList<>();
    for (int size : sizes) {
      shape.add(Extent.of(size));
    }
    return shape;
  }

  static Input input(String name, int... sizes) {
    return new Input(name, ElementType.REAL, batched(sizes), false, SPAN);
  }

  static Input integers(String name, int... sizes) {
    return new Input(name, ElementType.INT, batched(sizes), false, SPAN);
  }

  static Variable parameter(String path, int... sizes) {
    return variable(Variable.Kind.PARAMETER, path, shape(sizes));
  }

  static Variable variable(Variable.Kind kind, String path, List<Extent> shape) {
    Variable.Initializer zeros = new Variable.Initializer("zeros", List.of());
    return new Variable(kind, path, ElementType.REAL, shape, zeros, SPAN);
  }

  static Scalar at(Node node, Object... indices) {
    List<Scalar> scalars = new ArrayList<>();
    for (Object index : indices) {
      scalars.add(index instanceof Axis axis ? Scalars.index(axis) : (Scalar) index);
    }
    return Scalars.read(node, scalars);
  }

  static Compute compute(String name, List<Axis> axes, Scalar body) {
    return new Compute(name, axes, body, SPAN);
  }

  static Scalar sum(List<Axis> axes, Scalar body, Scalar... guards) {
    return Scalars.reduce(ReduceOp.SUM, axes, List.of(guards), body);
  }

  static Scalar relu(Scalar x) {
    return Scalars.select(Scalars.less(Scalars.real(0), x), x, Scalars.real(0));
  }

  /** {@code y[b, u] = sum[i] x[b, i] * W[i, u] + bias[u]} as two nodes. */
  static Node dense(Node x, Variable weights, Variable bias) {
    Axis b = batch();
    Axis i = new Axis("i", weights.shape().get(0));
    Axis u = new Axis("u", weights.shape().get(1));
    Node product =
        compute(
            "fc", List.of(b, u), sum(List.of(i), Scalars.multiply(at(x, b, i), at(weights, i, u))));
    Axis b2 = batch();
    Axis u2 = u.copy();
    return compute("fc", List.of(b2, u2), Scalars.add(at(product, b2, u2), at(bias, u2)));
  }

  static Node map(Node x, java.util.function.UnaryOperator<Scalar> function) {
    List<Axis> axes = new ArrayList<>();
    for (Extent extent : x.shape()) {
      axes.add(new Axis(extent instanceof Extent.Batch ? "b" : "i" + axes.size(), extent));
    }
    return compute(x.name(), axes, function.apply(Scalars.read(x, Scalars.indices(axes))));
  }

  static Graph outputs(Node... nodes) {
    List<Graph.Output> outputs = new ArrayList<>();
    for (Node node : nodes) {
      outputs.add(new Graph.Output("out" + outputs.size(), node));
    }
    return new Graph("predict", outputs, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
