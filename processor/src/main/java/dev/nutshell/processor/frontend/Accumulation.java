package dev.nutshell.processor.frontend;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits a value without samples at its outermost sums over the batch: these are added up over
 * batches, and the rest becomes a graph that reads what they have come to. That graph computes in
 * double in any network, as the sums do.
 */
final class Accumulation extends GraphRewriter {
  private final String name;
  private final Node value;
  private final List<Node> sums = new ArrayList<>();
  private final List<Input> totals = new ArrayList<>();
  private final Set<Node> batchSums = new HashSet<>();
  private final Set<Node> reached = new HashSet<>();
  private Input samples;

  private Accumulation(String name, Node value) {
    this.name = name;
    this.value = value;
  }

  /**
   * What a value is split into.
   *
   * @param batchSums the sums over the batch that the value stands on
   */
  record Split(Graph.Metric metric, Set<Node> batchSums) {}

  /**
   * Splits a value.
   *
   * @param value without samples, in normal form
   */
  static Split split(String name, Node value) {
    Accumulation accumulation = new Accumulation(name, value);
    accumulation.reach(value);
    Node last = doubles(accumulation.rewritten(value));
    return new Split(
        new Graph.Metric(name, accumulation.sums, accumulation.totals, last),
        accumulation.batchSums);
  }

  /** Rewrites what lies between the value and the sums, and nothing below these. */
  private void reach(Node node) {
    if (!reached.add(node)) {
      return;
    }
    if (!isBatchSum(node)) {
      Dependencies.of(node).forEach(this::reach);
    }
    visit(node);
  }

  private static boolean isBatchSum(Node node) {
    return node instanceof Compute compute
        && compute.body() instanceof Scalar.Reduce reduce
        && reduce.axes().stream().anyMatch(Axis::isBatch);
  }

  @Override
  protected Node rebuild(Node node) {
    if (isBatchSum(node)) {
      batchSums.add(node);
      return total(doubles(node));
    }
    if (node instanceof Carried carried) {
      return new Carried(carried.name(), wide(carried.type()), carried.shape(), carried.span());
    }
    if (node instanceof ScanOutput output) {
      for (Scan.Carry carry : output.scan().carries()) {
        if (rewritten(carry.begin()) == carry.begin()) {
          visit(carry.begin());
        }
      }
    }
    if (node instanceof Compute compute) {
      Scalar body = Scalars.rewrite(compute.body(), this::wide);
      return new Compute(compute.name(), compute.axes(), body, compute.span());
    }
    return super.rebuild(node);
  }

  @Override
  protected Scan rebuild(Scan scan) {
    List<Scan.Carry> carries = new ArrayList<>();
    for (Scan.Carry carry : scan.carries()) {
      carries.add(
          new Scan.Carry(
              (Carried) rewritten(carry.begin()),
              carried(rewritten(carry.initial())),
              carried(rewritten(carry.next()))));
    }
    List<Node> yields = scan.yields().stream().map(this::rewritten).toList();
    return new Scan(scan.name(), scan.axis(), scan.reverse(), carries, yields);
  }

  private Input total(Node sum) {
    String path = name + "." + sums.size();
    Input total = new Input(path, ElementType.DOUBLE, sum.shape(), false, sum.span());
    sums.add(sum);
    totals.add(total);
    return total;
  }

  /** The number of samples is a sum like others. */
  private Scalar samples(Scalar.ExtentValue extent) {
    if (samples == null) {
      Scalar count = Scalars.cast(ElementType.DOUBLE, extent);
      samples = total(new Compute(name + ".samples", List.of(), count, value.span()));
    }
    return Scalars.cast(ElementType.INT, Scalars.read(samples, List.of()));
  }

  /** What a part of an expression is in double; its operands are so already. */
  private Scalar wide(Scalar part) {
    if (part instanceof Scalar.ExtentValue extent && extent.extent() instanceof Extent.Batch) {
      return samples(extent);
    }
    if (part instanceof Scalar.Read read) {
      Scalar moved = Scalars.read(rewritten(read.node()), read.indices());
      return Scalars.cast(wide(read.type()), moved);
    }
    if (part instanceof Scalar.Cast cast) {
      return Scalars.cast(wide(cast.type()), cast.operand());
    }
    return part instanceof Scalar.Constant || part instanceof Scalar.Random
        ? Scalars.cast(wide(part.type()), part)
        : part;
  }

  private static ElementType wide(ElementType type) {
    return type == ElementType.REAL ? ElementType.DOUBLE : type;
  }

  private static Node carried(Node node) {
    return node.type() == ElementType.REAL ? doubles(node) : node;
  }

  /** A node of doubles with the numbers of another, or that node itself. */
  private static Node doubles(Node node) {
    if (node.type() == ElementType.DOUBLE) {
      return node;
    }
    List<Axis> axes = Tensors.axes(node.shape());
    Scalar element = Scalars.read(node, Scalars.indices(axes));
    return new Compute(node.name(), axes, Scalars.cast(ElementType.DOUBLE, element), node.span());
  }
}
