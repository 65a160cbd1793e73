package dev.nutshell.processor.graph;

import dev.nutshell.processor.graph.Scalar.AxisIndex;
import dev.nutshell.processor.graph.Scalar.Reduce;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the body of one {@link Compute}. */
final class ScalarVerifier {
  private final Compute compute;
  private final Verifier.Form form;
  private final Set<Axis> bound;

  /**
   * @param steps the axes of the scans around
   */
  ScalarVerifier(Compute compute, Verifier.Form form, Set<Axis> steps) {
    this.compute = compute;
    this.form = form;
    this.bound = new LinkedHashSet<>(compute.axes());
    bound.addAll(steps);
  }

  void verify() {
    require(compute.type() != ElementType.BYTE, "computes bytes");
    boolean batched = compute.isBatched();
    require(
        !batched || !reducesBatch(compute.body()), "has the batch as an axis and reduces over it");
    scalar(compute.body(), Ranges.NONE, Certainty.ALWAYS, true);
  }

  /** Whether some reduction goes over the samples. */
  static boolean reducesBatch(Scalar scalar) {
    return (scalar instanceof Reduce reduce && reduce.axes().stream().anyMatch(Axis::isBatch))
        || scalar.children().stream().anyMatch(ScalarVerifier::reducesBatch);
  }

  /**
   * Whether a part of an expression is evaluated at every point of its axes, only where conditions
   * hold, or nowhere.
   */
  private enum Certainty {
    ALWAYS,
    GUARDED,
    NEVER;

    /** That of what is evaluated only where {@code condition} holds. */
    Certainty where(Scalar condition, Ranges ranges) {
      return this == NEVER || ranges.assume(condition).refutes(condition) ? NEVER : GUARDED;
    }
  }

  private void scalar(Scalar scalar, Ranges ranges, Certainty certainty, boolean root) {
    if (scalar instanceof AxisIndex index) {
      require(bound.contains(index.axis()), "mentions the axis " + index.axis() + " unbound");
    } else if (scalar instanceof Scalar.Constant constant) {
      constant(constant);
    } else if (scalar instanceof Scalar.ExtentValue value) {
      require(!(value.extent() instanceof Extent.Fixed), "asks for a known length");
    } else if (scalar instanceof Scalar.Read read) {
      read(read, ranges, certainty);
    } else if (scalar instanceof Scalar.Random random) {
      Axis row = random.row() instanceof AxisIndex index ? index.axis() : null;
      boolean first = row != null && row.isBatch() && bound.contains(row);
      require(first || Scalars.isConstant(random.row(), 0), "draws for no row of the batch");
      expect(random.element(), ElementType.INT);
      scalar(random.element(), ranges, certainty, false);
    } else if (scalar instanceof Scalar.Select select) {
      expect(select.condition(), ElementType.BOOL);
      require(select.then().type() == select.otherwise().type(), "selects between two types");
      scalar(select.condition(), ranges, certainty, false);
      Ranges holds = ranges.assume(select.condition());
      scalar(select.then(), holds, certainty.where(select.condition(), ranges), false);
      Scalar negation = Scalars.not(select.condition());
      Ranges fails = ranges.assume(negation);
      scalar(select.otherwise(), fails, certainty.where(negation, ranges), false);
    } else if (scalar instanceof Reduce reduce) {
      require(root || form == Verifier.Form.FUSED, "reduces inside an expression");
      reduce(reduce, ranges, certainty);
    } else {
      operator(scalar, ranges, certainty);
    }
  }

  private void operator(Scalar scalar, Ranges ranges, Certainty certainty) {
    if (scalar instanceof Scalar.Unary unary) {
      ElementType type = unary.operand().type();

      boolean fits =
          switch (unary.op()) {
            case NOT -> type == ElementType.BOOL;
            case NEGATE -> type != ElementType.BOOL;
            default -> type.isFloating();
          };
      require(fits, unary.op() + " of " + type);
    } else if (scalar instanceof Scalar.Binary binary) {
      binary(binary);
      if (binary.op() == Scalar.BinaryOp.AND) {
        scalar(binary.left(), ranges, certainty, false);
        Certainty within = certainty.where(binary.left(), ranges);
        scalar(binary.right(), ranges.assume(binary.left()), within, false);
        return;
      }
    } else if (scalar instanceof Scalar.Cast cast) {
      require(cast.type() != ElementType.BYTE, "casts to bytes");
      require(cast.type() != cast.operand().type(), "casts to the type it has");
    }
    scalar.children().forEach(child -> scalar(child, ranges, certainty, false));
  }

  private void binary(Scalar.Binary binary) {
    ElementType type = binary.left().type();
    boolean fits = type == binary.right().type();
    switch (binary.op()) {
      case ADD, SUBTRACT, MULTIPLY, MIN, MAX, LESS, LESS_EQUAL -> fits &= type != ElementType.BOOL;
      case DIVIDE, POWER -> fits &= type.isFloating();
      case FLOOR_DIVIDE, REMAINDER -> fits &= type == ElementType.INT;
      case AND, OR -> fits &= type == ElementType.BOOL;
      default -> {}
    }
    require(fits, binary.op() + " of " + type + " and " + binary.right().type());
  }

  private void constant(Scalar.Constant constant) {
    double value = constant.value();
    if (constant.type() == ElementType.BOOL) {
      require(value == 0 || value == 1, "has " + value + " as a bool");
    } else if (constant.type() == ElementType.INT) {
      require(value == (int) value, "has " + value + " as an int");
    } else {
      require(constant.type() != ElementType.BYTE, "has a byte as a constant");
    }
  }

  private void reduce(Reduce reduce, Ranges ranges, Certainty certainty) {
    require(!reduce.axes().isEmpty(), "reduces over no axis");
    ElementType type = reduce.body().type();
    require(type != ElementType.BOOL, reduce.op() + " of " + type);
    require(
        reduce.op() != Scalar.ReduceOp.PRODUCT || !reducesBatch(reduce),
        "multiplies the samples of the batch");
    for (int k = 0; k < reduce.axes().size(); k++) {
      Axis axis = reduce.axes().get(k);
      require(bound.add(axis), "binds the axis " + axis + " twice");
      require(k == 0 || !axis.isBatch(), "reduces over the batch, and not as the first axis");
    }
    Ranges inside = ranges;
    Certainty within = certainty;
    for (Scalar guard : reduce.guards()) {
      expect(guard, ElementType.BOOL);
      scalar(guard, inside, within, false);
      within = within.where(guard, inside);
      inside = inside.assume(guard);
    }
    if (reduce.guards().stream().anyMatch(inside::refutes)) {
      within = Certainty.NEVER;
    }
    scalar(reduce.body(), inside, within, false);
    reduce.axes().forEach(bound::remove);
  }

  private void read(Scalar.Read read, Ranges ranges, Certainty certainty) {
    Node node = read.node();
    List<Scalar> indices = read.indices();
    require(indices.size() == node.rank(), "reads " + node + " at " + indices.size() + " indices");
    for (int k = 0; k < indices.size(); k++) {
      Scalar index = indices.get(k);
      Extent extent = node.shape().get(k);
      if (extent instanceof Extent.Batch) {
        require(
            index instanceof AxisIndex row && row.axis().isBatch() && bound.contains(row.axis()),
            "reads " + node + " at other rows than its own");
        continue;
      }
      expect(index, ElementType.INT);
      scalar(index, ranges, certainty, false);
      inRange(read, k, ranges, certainty);
    }
  }

  /**
   * Where an index is a sum of axes evaluated at all their points, its range is exact; elsewhere
   * what is known may be too little to prove it, and only what is surely wrong is found.
   */
  private void inRange(Scalar.Read read, int k, Ranges ranges, Certainty certainty) {
    if (certainty == Certainty.NEVER) {
      return;
    }
    Scalar index = read.indices().get(k);
    Extent extent = read.node().shape().get(k);
    boolean exact =
        certainty == Certainty.ALWAYS
            && extent instanceof Extent.Fixed
            && Affine.of(index).terms().keySet().stream().allMatch(AxisIndex.class::isInstance);
    Interval range = ranges.of(index);
    boolean inside = range.low() >= 0 && range.high() < extent.bound();
    boolean outside = range.high() < 0 || range.low() >= extent.bound();
    require(
        exact ? inside : range.isEmpty() || !outside,
        "reads %s at %s..%s of axis %d".formatted(read.node(), range.low(), range.high(), k));
  }

  private void expect(Scalar scalar, ElementType type) {
    require(scalar.type() == type, "has " + scalar.type() + " for " + type);
  }

  private void require(boolean holds, String otherwise) {
    Verifier.require(holds, compute, otherwise);
  }
}
