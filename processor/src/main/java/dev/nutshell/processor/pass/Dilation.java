package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts zeros between the elements of what is read at every so many points alone, as by transposed
 * convolutions and by the gradients of those with strides, instead of asking at every point whether
 * the stride divides it. The sum is then that of a convolution without strides: it multiplies more
 * numbers, but in loops over vectors. A product with such a zero changes no sum, as long as the
 * other factor is finite.
 */
final class Dilation extends ReductionRewriter {
  /** How many times as many multiplications may be done. */
  private static final long LARGEST_GROWTH = 4;

  /** The multiplications for each element of the result's operand from which on a copy pays. */
  private static final double LEAST_WORK = 8;

  private final Map<Strided, Node> dilated = new HashMap<>();

  /** A node and how far apart its elements are to be, axis by axis. */
  private record Strided(Node node, List<Long> strides) {}

  private Dilation() {}

  static Graph dilate(Graph graph) {
    return new Dilation().rewrite(graph);
  }

  @Override
  protected Scalar replacement(Compute compute, Reduce reduce) {
    if (reduce.op() != ReduceOp.SUM
        || !reduce.type().isFloating()
        || !(reduce.body() instanceof Scalar.Binary product)
        || product.op() != BinaryOp.MULTIPLY
        || !product.children().stream().allMatch(Scalar.Read.class::isInstance)) {
      return reduce;
    }
    for (Scalar factor : product.children()) {
      if (factor instanceof Scalar.Read read) {
        Strided strided = strided(read);
        if (strided != null
            && pays(compute, reduce, strided)
            && Padding.isInRange(reduce.body(), read)) {
          Scalar dense = dense(reduce, read, strided);
          if (dense != null) {
            return dense;
          }
        }
      }
    }
    return reduce;
  }

  /** The strides of a read, or null if it has none. */
  private static Strided strided(Scalar.Read read) {
    List<Long> strides = new ArrayList<>();
    boolean any = false;
    for (int k = 0; k < read.indices().size(); k++) {
      Scalar.Binary division = division(read.indices().get(k));
      boolean divided = division != null && read.node().shape().get(k) instanceof Extent.Fixed;
      strides.add(divided ? (long) ((Scalar.Constant) division.right()).value() : 1);
      any |= divided;
    }
    return any ? new Strided(read.node(), strides) : null;
  }

  private static Scalar.Binary division(Scalar index) {
    return index instanceof Scalar.Binary division
            && division.op() == BinaryOp.FLOOR_DIVIDE
            && division.right() instanceof Scalar.Constant divisor
            && divisor.value() > 1
        ? division
        : null;
  }

  private static boolean pays(Compute compute, Reduce reduce, Strided strided) {
    long growth = 1;
    double elements = 1;
    for (int k = 0; k < strided.strides().size(); k++) {
      growth *= strided.strides().get(k);
      elements *=
          strided.node().shape().get(k) instanceof Extent.Fixed fixed
              ? (double) fixed.size() * strided.strides().get(k)
              : 1;
    }
    double work = CostEstimate.points(compute.axes()) * CostEstimate.points(reduce.axes());
    return growth <= LARGEST_GROWTH && work >= LEAST_WORK * elements;
  }

  /** The sum over the operand with zeros, or null where a condition asks for something else. */
  private Scalar dense(Reduce reduce, Scalar.Read factor, Strided strided) {
    Scalar.Read read = read(factor, strided);
    List<Scalar> guards = new ArrayList<>();
    for (int k = 0; k < read.indices().size(); k++) {
      guards.addAll(
          Scalars.inRange(read.indices().get(k), read.node().shape().get(k), Ranges.NONE));
    }
    List<Scalar> asked = Scalars.conjuncts(reduce.guards());
    List<Scalar> met = new ArrayList<>(guards);
    for (int k = 0; k < read.indices().size(); k++) {
      met.addAll(
          Scalars.inRange(factor.indices().get(k), factor.node().shape().get(k), Ranges.NONE));
      if (strided.strides().get(k) > 1) {
        Scalar divides = dividing(division(factor.indices().get(k)));
        if (!asked.contains(divides)) {
          return null;
        }
        met.add(divides);
      }
    }
    for (Scalar part : asked) {
      if (!met.contains(part) && !Ranges.NONE.implies(undivided(part, factor))) {
        return null;
      }
    }
    Scalar body = Scalars.rewrite(reduce.body(), part -> part.equals(factor) ? read : part);
    return Scalars.reduce(reduce.op(), reduce.axes(), guards, body);
  }

  private static Scalar dividing(Scalar.Binary division) {
    return Scalars.equal(Scalars.remainder(division.left(), division.right()), Scalars.integer(0));
  }

  /** A comparison in which quotients times their divisors are what was divided. */
  private static Scalar undivided(Scalar condition, Scalar.Read factor) {
    if (!(condition instanceof Scalar.Binary comparison)
        || comparison.op() != BinaryOp.LESS && comparison.op() != BinaryOp.LESS_EQUAL) {
      return condition;
    }
    Affine difference = Affine.of(comparison.left()).plus(Affine.of(comparison.right()), -1);
    for (Scalar index : factor.indices()) {
      Scalar.Binary division = division(index);
      if (division != null) {
        long divisor = (long) ((Scalar.Constant) division.right()).value();
        long coefficient = difference.coefficient(division);
        if (coefficient % divisor == 0) {
          difference =
              difference.without(division).plus(Affine.of(division.left()), coefficient / divisor);
        }
      }
    }
    return Scalars.binary(comparison.op(), difference.toScalar(), Scalars.integer(0));
  }

  private Scalar.Read read(Scalar.Read factor, Strided strided) {
    Node node = dilated.computeIfAbsent(strided, Dilation::copy);
    List<Scalar> indices = new ArrayList<>();
    for (int k = 0; k < factor.indices().size(); k++) {
      Scalar index = factor.indices().get(k);
      indices.add(strided.strides().get(k) > 1 ? division(index).left() : index);
    }
    return (Scalar.Read) Scalars.read(node, indices);
  }

  /** The node with zeros between its elements. */
  private static Node copy(Strided strided) {
    Node node = strided.node();
    List<Axis> axes = new ArrayList<>();
    List<Scalar> indices = new ArrayList<>();
    List<Scalar> conditions = new ArrayList<>();
    for (int k = 0; k < node.rank(); k++) {
      Extent extent = node.shape().get(k);
      long stride = strided.strides().get(k);
      boolean batch = extent instanceof Extent.Batch;
      Axis axis =
          new Axis(
              batch ? "b" : "i" + k,
              stride == 1 ? extent : Extent.of((int) ((extent.bound() - 1) * stride + 1)));
      axes.add(axis);
      Scalar index = Scalars.index(axis);
      indices.add(stride == 1 ? index : Scalars.floorDivide(index, Scalars.integer(stride)));
      if (stride > 1) {
        conditions.add(
            Scalars.equal(Scalars.remainder(index, Scalars.integer(stride)), Scalars.integer(0)));
      }
    }
    Scalar body =
        Scalars.select(
            Scalars.all(conditions),
            Scalars.read(node, indices),
            Scalars.cast(node.type(), Scalars.real(0)));
    return new Compute(node.name() + ".dilated", axes, body, node.span());
  }
}
