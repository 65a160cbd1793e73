package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The slope of a product by each factor: the product of the others, as the product of those before
 * and that of those after it. There is no division, so that factors may be zero. Over several axes
 * it is done axis by axis, as a product of products.
 */
final class ProductAdjoint {
  private final Compute node;
  private final Reduce product;
  private final AdjointScope scope;

  ProductAdjoint(Compute node, Reduce product, AdjointScope scope) {
    this.node = node;
    this.product = product;
    this.scope = scope;
  }

  /**
   * The product of all factors but that of the point where the axes of the node and of the
   * reduction stand.
   */
  Scalar others() {
    List<Axis> axes = new ArrayList<>(node.axes());
    axes.addAll(product.axes());
    Scalar guarded =
        Scalars.select(Scalars.all(product.guards()), product.body(), one(product.body()));
    Scalar factor = scope.tabulate(node, "factors", axes, guarded);
    Scalar others = one(factor);
    for (int k = product.axes().size() - 1; k >= 0; k--) {
      Axis last = product.axes().get(k);
      List<Axis> outer = List.copyOf(axes.subList(0, node.axes().size() + k));
      Node factors = ((Scalar.Read) factor).node();
      others = Scalars.multiply(exclusive(factors, last, outer, false), others);
      others = Scalars.multiply(exclusive(factors, last, outer, true), others);
      if (k > 0) {
        Scalar inner = Scalars.reduce(ReduceOp.PRODUCT, List.of(last), List.of(), factor);
        factor = scope.tabulate(node, "factors", outer, inner);
      }
    }
    return others;
  }

  /** The product of the factors before (or after) the one at which {@code axis} stands. */
  private Scalar exclusive(Node factors, Axis axis, List<Axis> outer, boolean reverse) {
    String name = node.name() + (reverse ? ".after" : ".before");
    List<Axis> first = outer.stream().map(Axis::copy).toList();
    Node initial = new Compute(name, first, one(product.body()), node.span());
    Carried begin = new Carried(name, factors.type(), initial.shape(), node.span());
    Axis step = axis.copy();
    List<Axis> own = outer.stream().map(Axis::copy).toList();
    List<Scalar> indices = new ArrayList<>(Scalars.indices(own));
    Scalar sofar = Scalars.read(begin, List.copyOf(indices));
    indices.add(Scalars.index(step));
    Scalar next = Scalars.multiply(sofar, Scalars.read(factors, indices));
    Scan scan =
        new Scan(
            name,
            step,
            reverse,
            List.of(new Scan.Carry(begin, initial, new Compute(name, own, next, node.span()))),
            List.of(begin));
    return ScanStacks.readStack(
        new ScanOutput(scan, 1), Scalars.indices(outer), Scalars.index(axis));
  }

  private static Scalar one(Scalar like) {
    return new Scalar.Constant(like.type(), 1);
  }
}
