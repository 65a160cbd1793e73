package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes once what several nodes compute alike: they differ in the names of their axes at most.
 * Copies are left out.
 */
final class MergeEqual extends GraphRewriter {
  private final Map<Object, Node> known = new HashMap<>();
  private final Map<Slot, Axis> canonical = new HashMap<>();

  /** The place of an axis in an expression in canonical form. */
  private record Slot(int position, Extent extent) {}

  private record ComputeKey(ElementType type, List<Extent> shape, Scalar body) {}

  private record ReshapeKey(Node operand, List<Extent> shape) {}

  private record OutputKey(Object scan, int index) {}

  private MergeEqual() {}

  /** The graph without repetitions. */
  static Graph merge(Graph graph) {
    return new MergeEqual().rewrite(graph);
  }

  @Override
  protected Node rebuild(Node node) {
    Node rebuilt = copied(super.rebuild(node));
    Object key = key(rebuilt);
    if (key == null) {
      return rebuilt;
    }
    Node first = known.putIfAbsent(key, rebuilt);
    return first == null ? rebuilt : first;
  }

  /** What a node is a copy of, or the node itself. */
  private static Node copied(Node node) {
    return node instanceof Compute compute
            && compute.body() instanceof Scalar.Read read
            && read.type() == read.node().type()
            && read.node().shape().equals(compute.shape())
            && read.indices().equals(Scalars.indices(compute.axes()))
        ? read.node()
        : node;
  }

  private Object key(Node node) {
    if (node instanceof Compute compute) {
      Map<Axis, Scalar> axes = new LinkedHashMap<>();
      compute.axes().forEach(axis -> rename(axis, axes));
      return new ComputeKey(node.type(), node.shape(), renamed(compute.body(), axes));
    }
    if (node instanceof Reshape reshape) {
      return new ReshapeKey(reshape.operand(), reshape.shape());
    }
    return node instanceof ScanOutput output ? new OutputKey(output.scan(), output.index()) : null;
  }

  private Axis rename(Axis axis, Map<Axis, Scalar> axes) {
    Slot slot = new Slot(axes.size(), axis.extent());
    Axis name = canonical.computeIfAbsent(slot, key -> new Axis("a", key.extent()));
    axes.put(axis, Scalars.index(name));
    return name;
  }

  /** The expression over canonical axes; those of reductions are numbered on from those around. */
  private Scalar renamed(Scalar scalar, Map<Axis, Scalar> axes) {
    if (scalar instanceof Scalar.AxisIndex index) {
      return axes.getOrDefault(index.axis(), scalar);
    }
    if (scalar instanceof Scalar.Reduce reduce) {
      Map<Axis, Scalar> inner = new LinkedHashMap<>(axes);
      List<Axis> bound = reduce.axes().stream().map(axis -> rename(axis, inner)).toList();
      return Scalars.reduce(
          reduce.op(),
          bound,
          reduce.guards().stream().map(guard -> renamed(guard, inner)).toList(),
          renamed(reduce.body(), inner));
    }
    return Scalars.rebuild(scalar, child -> renamed(child, axes));
  }
}
