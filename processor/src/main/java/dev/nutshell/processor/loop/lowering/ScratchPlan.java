package dev.nutshell.processor.loop.lowering;

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
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.pass.CostEstimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a sum of products runs through {@link Area#SCRATCH}: neighbouring results (lanes) of several
 * rows are added up there, and what has a value for each lane is copied beside them before it is
 * used. So the innermost loop works on one array, at distances known at compile time, which is what
 * HotSpot makes vectors of. The order of operations of each element stays the same.
 *
 * @param sum the only reduction of the node's body
 * @param loops the axes that the loops over its points run over
 * @param operands the factors that differ from lane to lane; neighbouring lanes read neighbours
 * @param lanes the axes through which one loop counts
 * @param width how many lanes run together; a divisor of all of them
 * @param row an axis on which no operand depends, or null
 * @param rows how many rows run together
 */
public record ScratchPlan(
    Reduce sum,
    List<Axis> loops,
    List<Read> operands,
    List<Axis> lanes,
    int width,
    Axis row,
    int rows) {

  /** The elements of the area: as many as make it an array that begins at a line of the cache. */
  public static final int SIZE = 1 << 14;

  /** The products of an iteration; with more of them, HotSpot does not make vectors. */
  private static final int PRODUCTS = 16;

  private static final int MOST_ROWS = 4;
  private static final int MOST_POINTS = 8;
  private static final int LEAST_LANES = 16;
  private static final int MOST_LANES = 512;
  private static final int LEAST_POINTS = 8;

  /** The elements between two rows of sums. */
  private static final int GAP = 16;

  /** The plan for a node whose body has one reduction, or null where that is no such sum. */
  static ScratchPlan of(Compute node, Reduce sum, Location target, Nest nest, Reductions points) {
    List<Axis> axes = node.axes();
    if (axes.isEmpty() || node.type() != ElementType.REAL || !isPlain(sum)) {
      return null;
    }
    List<Axis> loops = points.loops(sum, List.of(sum));
    Axis last = loops.get(loops.size() - 1);
    if (Stripes.apply(sum, loops, points.count(last), nest)) {
      return null;
    }
    ScratchPlan plan = of(node, sum, loops, lastAxes(node, sum, target, nest), nest);
    for (int k = axes.size() - 2; k >= 0 && plan == null; k--) {
      plan = of(node, sum, loops, axes.subList(k, k + 1), nest);
    }
    return plan;
  }

  private static ScratchPlan of(
      Compute node, Reduce sum, List<Axis> loops, List<Axis> lanes, Nest nest) {
    if (!lanes.stream().allMatch(lane -> lane.extent() instanceof Extent.Fixed)) {
      return null;
    }
    int width = width((int) CostEstimate.points(lanes));
    if (width == 0) {
      return null;
    }
    List<Axis> others = new ArrayList<>(node.axes());
    others.removeAll(lanes);
    Axis row = row(others, sum, lanes);
    Axis point = loops.get(loops.size() - 1);
    List<Read> operands = operands(sum, lanes, row, point, nest);
    return operands.isEmpty()
        ? null
        : new ScratchPlan(sum, loops, operands, lanes, width, row, row == null ? 1 : rows(row));
  }

  /** The reductions of an expression, inner ones too. */
  static List<Reduce> reductions(Scalar scalar) {
    Set<Reduce> reductions = new LinkedHashSet<>();
    collect(scalar, reductions);
    return List.copyOf(reductions);
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
  private static List<Axis> lastAxes(Compute node, Reduce sum, Location target, Nest nest) {
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

  /**
   * The factors that have a value for each lane; none where a factor is no element of an array, at
   * positions in step with what is counted through.
   */
  private static List<Read> operands(
      Reduce sum, List<Axis> lanes, Axis row, Axis point, Nest nest) {
    List<Read> operands = new ArrayList<>();
    for (Scalar factor : sum.body().children()) {
      if (!(factor instanceof Read read)
          || read.type() != ElementType.REAL
          || !Expressions.isAlwaysInRange(read)) {
        return List.of();
      }
      Affine position = nest.location(read.node()).position(read.indices());
      List<Axis> counted = new ArrayList<>(lanes);
      counted.add(point);
      if (row != null) {
        counted.add(row);
      }
      if (!isAffine(position, counted)) {
        return List.of();
      }
      if (lanes.stream().anyMatch(lane -> Scalars.mentions(read, lane))) {
        if (position.coefficient(Scalars.index(lanes.get(lanes.size() - 1))) != 1) {
          return List.of();
        }
        operands.add(read);
      }
    }
    return operands;
  }

  private static boolean isAffine(Affine position, List<Axis> axes) {
    Affine rest = position;
    for (Axis axis : axes) {
      rest = rest.without(Scalars.index(axis));
    }
    Scalar others = rest.toScalar();
    return axes.stream().noneMatch(axis -> Scalars.mentions(others, axis));
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

  /** The axis of most rows that run together; samples only where there is no other. */
  private static Axis row(List<Axis> axes, Reduce sum, List<Axis> lanes) {
    Axis best = null;
    for (Axis axis : axes) {
      boolean shares =
          !(axis.extent() instanceof Extent.Bounded)
              && rows(axis) > 1
              && sum.body().children().stream()
                  .noneMatch(
                      factor ->
                          Scalars.mentions(factor, axis)
                              && lanes.stream().anyMatch(lane -> Scalars.mentions(factor, lane)));
      if (shares && (best == null || best.isBatch() || rows(axis) >= rows(best))) {
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

  /**
   * What {@link ScratchSums} has to know of a factor.
   *
   * @param distance of two points
   */
  int pitch(Read factor, long distance) {
    if (!operands.contains(factor)) {
      return ScratchSums.SHARED;
    }
    return distance >= width && distance <= width + GAP ? (int) distance : ScratchSums.APART;
  }

  Axis lastLane() {
    return lanes.get(lanes.size() - 1);
  }

  /** The distance of two rows of sums. */
  int stride() {
    return (width + GAP - 1) / GAP * GAP + GAP;
  }

  /** What was chosen, for readers of the code. */
  String explanation(int together) {
    return "in scratch memory, "
        + width
        + " elements of "
        + together
        + (together == 1 ? " row at a time" : " rows at a time");
  }
}
