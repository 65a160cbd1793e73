package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies operands of sums in which neighbouring results need elements that lie far apart (the
 * weights in {@code dy Wᵀ}, the keys of attention) into an order in which they are neighbours too.
 */
final class Transposition extends GraphRewriter {
  /** How often an element must be used for its copy to pay. */
  private static final double LEAST_WORK = 8;

  private final Map<Object, Node> transposed = new HashMap<>();

  private Transposition() {}

  static Graph transpose(Graph graph) {
    return new Transposition().rewrite(graph);
  }

  @Override
  protected Node rebuild(Node node) {
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)
        || compute.axes().isEmpty()
        || compute.type() != ElementType.REAL) {
      return rebuilt;
    }
    Axis lanes = compute.axes().get(compute.axes().size() - 1);
    if (!(lanes.extent() instanceof Extent.Fixed fixed) || fixed.size() < VectorCost.NARROWEST) {
      return rebuilt;
    }
    Scalar body =
        Scalars.rewrite(
            compute.body(),
            part -> part instanceof Reduce reduce ? neighbouring(compute, reduce, lanes) : part);
    return body.equals(compute.body())
        ? compute
        : new Compute(compute.name(), compute.axes(), body, compute.span());
  }

  private Scalar neighbouring(Compute compute, Reduce reduce, Axis lanes) {
    if (reduce.op() != ReduceOp.SUM || reduce.type() != ElementType.REAL) {
      return reduce;
    }
    double work = CostEstimate.points(compute.axes()) * CostEstimate.points(reduce.axes());
    Scalar body =
        Scalars.rewrite(
            reduce.body(),
            part ->
                part instanceof Scalar.Read read && isFarApart(read, lanes)
                    ? copy(compute, reduce, read, lanes, work)
                    : part);
    return Scalars.reduce(reduce.op(), reduce.axes(), reduce.guards(), body);
  }

  private static boolean isFarApart(Scalar.Read read, Axis lanes) {
    if (read.type() != ElementType.REAL || !Scalars.mentions(read, lanes)) {
      return false;
    }
    Scalar index = Scalars.index(lanes);
    long stride = 1;
    long distance = 0;
    for (int k = read.indices().size() - 1; k >= 0; k--) {
      Affine position = Affine.of(read.indices().get(k));
      if (Scalars.mentions(position.without(index).toScalar(), lanes)) {
        return false;
      }
      distance += stride * position.coefficient(index);
      stride *= read.node().shape().get(k).bound();
    }
    return distance > 1;
  }

  private Scalar copy(Compute compute, Reduce reduce, Scalar.Read read, Axis lanes, double work) {
    List<Axis> axes = axes(compute, reduce, read, lanes);
    double size = CostEstimate.points(axes);
    boolean once = compute.isBatched() && axes.stream().noneMatch(Axis::isBatch);
    double uses = once ? work * CostEstimate.TYPICAL_ROWS : work;
    if (axes.isEmpty() || size * LEAST_WORK > uses || size > 2 * read.node().sampleSize()) {
      return read;
    }
    Node node =
        transposed.computeIfAbsent(
            List.of(read, axes),
            key -> new Compute(read.node().name() + ".transposed", axes, read, read.node().span()));
    return Scalars.read(node, Scalars.indices(axes));
  }

  /**
   * The axes of a copy of all that a read gives, that of the lanes last; none where the read has a
   * value at some points only.
   */
  static List<Axis> axes(Compute compute, Reduce reduce, Scalar.Read read, Axis lanes) {
    Set<Axis> free = Scalars.freeAxes(read);
    List<Axis> around = new ArrayList<>(compute.axes());
    around.remove(lanes);
    around.addAll(reduce.axes());
    Set<Axis> axes = new LinkedHashSet<>();
    around.stream().filter(free::contains).forEach(axes::add);
    boolean known = axes.size() == free.size() - 1;
    boolean inRange = true;
    for (int k = 0; k < read.indices().size(); k++) {
      Extent extent = read.node().shape().get(k);
      inRange &= Scalars.inRange(read.indices().get(k), extent, Ranges.NONE).isEmpty();
    }
    axes.add(lanes);
    return known && inRange ? List.copyOf(axes) : List.of();
  }
}
