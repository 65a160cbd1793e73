package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies the weights of sums into the order in which the loops over vectors read them: panels of a
 * number of columns, one row after the other, where vectors do not cross lines of the cache. For
 * predictions, whose weights are copied once.
 */
final class Packing extends GraphRewriter {
  /** The columns of a panel: as many vectors as tiles of rows take together. */
  private static final int PANEL = 2 * VectorCost.WIDEST;

  private final Map<Object, Node> packed = new HashMap<>();

  private Packing() {}

  static Graph pack(Graph graph) {
    return new Packing().rewrite(graph);
  }

  @Override
  protected Node rebuild(Node node) {
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)
        || !compute.isBatched()
        || compute.type() != ElementType.REAL) {
      return rebuilt;
    }
    Axis lanes = compute.axes().get(compute.axes().size() - 1);
    if (!(lanes.extent() instanceof Extent.Fixed fixed) || fixed.size() < VectorCost.NARROWEST) {
      return rebuilt;
    }
    Scalar body = withPacked(compute, lanes);
    if (body.equals(compute.body())) {
      return compute;
    }
    Compute result = new Compute(compute.name(), compute.axes(), body, compute.span());
    return fixed.size() > PANEL && fixed.size() % PANEL == 0 ? inPanels(result, lanes) : result;
  }

  private Scalar withPacked(Compute compute, Axis lanes) {
    return Scalars.rewrite(
        compute.body(),
        part ->
            part instanceof Reduce reduce && Scalars.mentions(reduce, lanes)
                ? withPacked(compute, reduce, lanes)
                : part);
  }

  private Scalar withPacked(Compute compute, Reduce reduce, Axis lanes) {
    Scalar body =
        Scalars.rewrite(
            reduce.body(),
            part ->
                part instanceof Scalar.Read read
                        && read.node() instanceof Variable variable
                        && !variable.isBatched()
                        && variable.kind() == Variable.Kind.PARAMETER
                        && isAffine(read, lanes)
                    ? copy(compute, reduce, read, lanes)
                    : part);
    return Scalars.reduce(reduce.op(), reduce.axes(), reduce.guards(), body);
  }

  /** Whether a read goes through one axis of a variable lane by lane. */
  private static boolean isAffine(Scalar.Read read, Axis lanes) {
    Scalar index = Scalars.index(lanes);
    for (int k = 0; k < read.indices().size(); k++) {
      Affine position = Affine.of(read.indices().get(k));
      if (Scalars.mentions(position.without(index).toScalar(), lanes)) {
        return false;
      }
    }
    return Scalars.mentions(read, lanes);
  }

  /** A read of a copy whose axes are those of the panels, then of the loops, then of the lanes. */
  private Scalar copy(Compute compute, Reduce reduce, Scalar.Read read, Axis lanes) {
    List<Axis> all = Transposition.axes(compute, reduce, read, lanes);
    if (all.isEmpty() || CostEstimate.points(all) > read.node().sampleSize()) {
      return read;
    }
    List<Axis> axes = all.subList(0, all.size() - 1);
    int size = lanes.extent().bound();
    boolean panels = size > PANEL && size % PANEL == 0;
    Axis panel = new Axis(lanes.name(), Extent.of(panels ? size / PANEL : 1));
    Axis lane = new Axis(lanes.name(), Extent.of(panels ? PANEL : VectorCost.columns(size)));
    List<Axis> order = new ArrayList<>();
    if (panels) {
      order.add(panel);
    }
    order.addAll(axes);
    order.add(lane);
    Scalar column =
        panels
            ? Scalars.add(
                Scalars.multiply(Scalars.index(panel), Scalars.integer(PANEL)), Scalars.index(lane))
            : Scalars.index(lane);
    Scalar body = Scalars.substitute(read, Map.of(lanes, column));
    if (!panels && VectorCost.columns(size) > size) {
      Scalar used = Scalars.less(Scalars.index(lane), Scalars.integer(size));
      body = Scalars.select(used, body, Scalars.real(0));
    }
    Scalar packedBody = body;
    Node node =
        packed.computeIfAbsent(
            List.of(read, axes, size),
            key ->
                new Compute(read.node().name() + ".packed", order, packedBody, read.node().span()));
    List<Scalar> indices = new ArrayList<>();
    if (panels) {
      indices.add(Scalars.floorDivide(Scalars.index(lanes), Scalars.integer(PANEL)));
    }
    axes.forEach(axis -> indices.add(Scalars.index(axis)));
    indices.add(
        panels
            ? Scalars.remainder(Scalars.index(lanes), Scalars.integer(PANEL))
            : Scalars.index(lanes));
    return Scalars.read(node, indices);
  }

  /** The same with an axis of panels of its own. */
  private static Node inPanels(Compute compute, Axis lanes) {
    return AxisSplitting.split(compute, lanes, PANEL);
  }
}
