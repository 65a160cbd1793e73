package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Where adjoints are computed: the graph itself, or one step of the reverse of a scan. Collects the
 * terms of the gradients of the nodes that live here, and sets those of nodes further outside
 * apart.
 */
final class AdjointScope {
  private final Predicate<Node> local;
  private final UnaryOperator<Scalar> translation;
  private final Map<Node, List<Term>> terms = new HashMap<>();
  private final List<Term> outward = new ArrayList<>();
  private final Map<List<Extent>, List<Axis>> axesByShape = new HashMap<>();
  private final Map<Object, Node> gradients = new HashMap<>();

  /**
   * @param local the nodes that live here
   * @param translation how an expression of the forward pass is written here
   */
  AdjointScope(Predicate<Node> local, UnaryOperator<Scalar> translation) {
    this.local = local;
    this.translation = translation;
  }

  /** An expression of the forward pass, as it is written here. */
  Scalar translate(Scalar scalar) {
    return translation.apply(scalar);
  }

  void add(Term term) {
    Term translated = term.map(translation);
    if (local.test(term.target())) {
      terms.computeIfAbsent(term.target(), key -> new ArrayList<>()).add(translated);
    } else {
      outward.add(translated);
    }
  }

  /** The terms that nodes further outside get from here. */
  List<Term> outward() {
    return outward;
  }

  /**
   * The sum of all terms of a node, in their order; empty where there are none. To be asked once,
   * after the last term.
   */
  Optional<Node> adjoint(Node target) {
    List<Axis> axes = axes(target);
    Scalar sum = null;
    List<Term> parts = terms.getOrDefault(target, List.of());
    for (Term term : parts) {
      Scalar part = term.at(axes);
      if (Scalars.isConstant(part, 0)) {
        continue;
      }
      if (part instanceof Scalar.Reduce && parts.size() > 1) {
        part = Scalars.read(gradient(target, axes, part), Scalars.indices(axes));
      }
      sum = sum == null ? part : Scalars.add(sum, part);
    }
    return Optional.ofNullable(sum).map(value -> gradient(target, axes, value));
  }

  /**
   * The axes in which the gradients of all nodes of a shape are written, so that equal ones are
   * found.
   */
  private List<Axis> axes(Node target) {
    return axesByShape.computeIfAbsent(target.shape(), shape -> Term.axesOf(target));
  }

  /** A node with these elements; no new one if another has them already. */
  private Node gradient(Node target, List<Axis> axes, Scalar value) {
    if (value instanceof Scalar.Read read
        && read.indices().equals(Scalars.indices(axes))
        && read.node().shape().equals(target.shape())
        && read.node().type() == target.type()) {
      return read.node();
    }
    return gradients.computeIfAbsent(
        List.of(axes, value),
        key -> {
          List<Axis> own = Term.axesOf(target);
          Scalar body = Scalars.substitute(value, renaming(axes, own));
          return new Compute(target.name() + ".gradient", own, body, target.span());
        });
  }

  private static Map<Axis, Scalar> renaming(List<Axis> axes, List<Axis> own) {
    Map<Axis, Scalar> names = new HashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      names.put(axes.get(i), Scalars.index(own.get(i)));
    }
    return names;
  }

  /**
   * Computes an expression of the forward pass once for all points of its axes.
   *
   * @param of the node that the expression comes from
   * @param what it is to the node
   * @return the value at the point where the axes stand
   */
  Scalar tabulate(Node of, String what, List<Axis> axes, Scalar value) {
    List<Axis> own = axes.stream().map(Axis::copy).toList();
    Scalar body = Scalars.substitute(translate(value), renaming(axes, own));
    Node table = new Compute(of.name() + "." + what, own, body, of.span());
    return Scalars.read(table, Scalars.indices(axes));
  }
}
