package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Read;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.pass.CostEstimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a sum of products runs through {@link Area#SCRATCH}: neighbouring results (lanes) of several
 * rows are added up there, and the operand that has a value for each lane is copied beside them
 * before it is used. So the innermost loop works on one array, at distances known at compile time,
 * which is what HotSpot makes vectors of. The order of operations of each element stays the same.
 *
 * @param sum the only reduction of the node's body
 * @param operand the factor that differs from lane to lane; neighbouring lanes read neighbours
 * @param factor the other factor, the same in all lanes
 * @param lanes the last axes, through all of which one loop counts
 * @param width how many lanes run together; a divisor of all of them
 * @param row an axis on which the operand does not depend, or null
 * @param rows how many rows run together
 */
record ScratchPlan(
    Compute node,
    Reduce sum,
    Read operand,
    Scalar factor,
    List<Axis> lanes,
    int width,
    Axis row,
    int rows) {

  /** The elements of the area: as many as make it an array that begins at a line of the cache. */
  static final int SIZE = 1 << 14;

  /** The products of an iteration; with more of them, HotSpot does not make vectors. */
  private static final int PRODUCTS = 16;

  private static final int MOST_ROWS = 4;
  private static final int MOST_POINTS = 8;
  private static final int LEAST_LANES = 16;
  private static final int MOST_LANES = 512;
  private static final int LEAST_POINTS = 8;

  /** The elements between two rows of sums. */
  private static final int GAP = 16;

  /** The plan for a node, or null where its body is no such sum. */
  static ScratchPlan of(Compute node, Location target, Nest nest) {
    List<Axis> axes = node.axes();
    if (axes.isEmpty()
        || !(axes.get(axes.size() - 1).extent() instanceof Extent.Fixed)
        || node.type() != ElementType.REAL) {
      return null;
    }
    Set<Reduce> reductions = new LinkedHashSet<>();
    collect(node.body(), reductions);
    Reduce sum = reductions.size() == 1 ? reductions.iterator().next() : null;
    if (sum == null || !isPlain(sum) || Stripes.isCandidate(node, sum)) {
      return null;
    }
    Scalar.Binary product = (Scalar.Binary) sum.body();
    List<Axis> lanes = lanes(node, sum, target, nest);
    boolean first = isOperand(product.left(), product.right(), lanes, nest);
    if (!first && !isOperand(product.right(), product.left(), lanes, nest)) {
      return null;
    }
    Read operand = (Read) (first ? product.left() : product.right());
    Scalar factor = first ? product.right() : product.left();
    int width = width((int) CostEstimate.points(lanes));
    if (width == 0) {
      return null;
    }
    List<Axis> others = axes.subList(0, axes.size() - lanes.size());
    Axis row = row(others, operand, factor);
    int rows = row == null ? 1 : rows(row);
    return new ScratchPlan(node, sum, operand, factor, lanes, width, row, rows);
  }

  private static void collect(Scalar scalar, Set<Reduce> into) {
    if (scalar instanceof Reduce reduce) {
      into.add(reduce);
    }
    scalar.children().forEach(child -> collect(child, into));
  }

  private static boolean isPlain(Reduce reduce) {
    return reduce.op() == Scalar.ReduceOp.SUM
        && reduce.type() == ElementType.REAL
        && reduce.guards().isEmpty()
        && reduce.body() instanceof Scalar.Binary product
        && product.op() == BinaryOp.MULTIPLY
        && reduce.axes().stream().allMatch(axis -> axis.extent() instanceof Extent.Fixed)
        && CostEstimate.points(reduce.axes()) >= LEAST_POINTS;
  }

  /** The last axis, and those before it that the same loop can count through. */
  private static List<Axis> lanes(Compute node, Reduce sum, Location target, Nest nest) {
    Scalar rest = ScratchLowering.replace(node.body(), sum, Scalars.real(0));
    Affine written = target.position(Scalars.indices(node.axes()));
    List<Axis> axes = node.axes();
    int first = axes.size() - 1;
    while (first > 0
        && AxisMerging.isConsecutive(written, axes.get(first - 1), axes.get(first))
        && AxisMerging.merges(nest, rest, axes.get(first - 1), axes.get(first))
        && AxisMerging.merges(nest, sum.body(), axes.get(first - 1), axes.get(first))
        && Scalars.mentions(sum.body(), axes.get(first - 1))) {
      first--;
    }
    return axes.subList(first, axes.size());
  }

  private static boolean isOperand(Scalar scalar, Scalar other, List<Axis> lanes, Nest nest) {
    if (!(scalar instanceof Read read)
        || read.type() != ElementType.REAL
        || !Expressions.isAlwaysInRange(read)
        || lanes.stream().anyMatch(lane -> Scalars.mentions(other, lane))) {
      return false;
    }
    Affine position = nest.location(read.node()).position(read.indices());
    Scalar rest = position.toScalar();
    for (Axis lane : lanes) {
      rest = Affine.of(rest).without(Scalars.index(lane)).toScalar();
    }
    Scalar left = rest;
    return position.coefficient(Scalars.index(lanes.get(lanes.size() - 1))) == 1
        && lanes.stream().noneMatch(lane -> Scalars.mentions(left, lane));
  }

  /** The largest divisor of a number of lanes that is not too large; 0 where they are too few. */
  private static int width(int lanes) {
    for (int width = Math.min(lanes, MOST_LANES); width >= LEAST_LANES; width--) {
      if (lanes % width == 0) {
        return width;
      }
    }
    return 0;
  }

  /** The axis, innermost first, of most rows that run together. */
  private static Axis row(List<Axis> axes, Read operand, Scalar factor) {
    List<Axis> candidates = new ArrayList<>(axes);
    candidates.removeIf(
        axis ->
            Scalars.mentions(operand, axis)
                || !Scalars.mentions(factor, axis)
                || axis.extent() instanceof Extent.Bounded);
    Axis best = null;
    for (Axis axis : candidates) {
      if (rows(axis) > 1 && (best == null || best.isBatch() || rows(axis) >= rows(best))) {
        best = axis;
      }
    }
    return best;
  }

  private static int rows(Axis axis) {
    return axis.isBatch() ? MOST_ROWS : divisor(axis.extent().bound(), MOST_ROWS);
  }

  private static int divisor(int size, int most) {
    for (int divisor = most; divisor > 1; divisor--) {
      if (size % divisor == 0) {
        return divisor;
      }
    }
    return 1;
  }

  /**
   * How many points of the sum an iteration takes.
   *
   * @param count of the points of the innermost loop
   * @param together the rows that run together
   */
  static int points(int count, int together) {
    return divisor(count, Math.min(MOST_POINTS, PRODUCTS / together));
  }

  /** The distance of two rows of sums. */
  int stride() {
    return (width + GAP - 1) / GAP * GAP + GAP;
  }

  /** What was chosen, for readers of the code. */
  String explanation(int together) {
    return "in scratch memory, " + width + " elements of " + together + " rows at a time";
  }
}
