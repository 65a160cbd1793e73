package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.LoopStatement.Striped;
import dev.nutshell.processor.pass.CostEstimate;
import dev.nutshell.processor.pass.VectorCost;
import java.util.List;

/**
 * Which sums, maxima and minima run as {@link Striped} ones: those over neighbouring elements, each
 * of which gives one result where neighbouring results are not to be had (the norm of a row, the
 * denominator of a softmax). It follows from the network alone, so that every form has the same
 * order of additions.
 */
final class Stripes {
  private static final int LEAST_COUNT = 2 * Striped.STRIPES;

  /** The nodes of an expression that is written out for each of the sums. */
  private static final int LARGEST_BODY = 40;

  private Stripes() {}

  /**
   * Whether a sum is striped.
   *
   * @param loops the axes that its loops run over
   * @param count how often the last of them runs
   */
  static boolean apply(Reduce reduce, List<Axis> loops, int count, Nest nest) {
    return isCandidate(nest.node(), reduce)
        && loops.size() == 1
        && loops.get(0).extent() instanceof Extent.Fixed
        && count >= LEAST_COUNT
        && isNeighbouring(reduce.body(), loops.get(0), nest) == Step.ONE;
  }

  /** Whether the results of a sum have no neighbours that could be computed with it. */
  static boolean isCandidate(Compute node, Reduce reduce) {
    List<Axis> axes = node.axes();
    Axis last = axes.isEmpty() ? null : axes.get(axes.size() - 1);
    boolean alone =
        last == null
            || last.isBatch()
            || last.extent().bound() < VectorCost.NARROWEST
            || !Scalars.mentions(reduce, last)
            || isFarApart(reduce.body(), last);
    return alone
        && switch (reduce.op()) {
          case SUM, MAX, MIN -> true;
          default -> false;
        }
        && reduce.type() == ElementType.REAL
        && reduce.guards().isEmpty()
        && reduce.axes().stream().noneMatch(Axis::isBatch)
        && CostEstimate.points(reduce.axes()) >= LEAST_COUNT
        && CostEstimate.size(reduce.body()) <= LARGEST_BODY;
  }

  /** Whether neighbouring results need what lies far apart. */
  private static boolean isFarApart(Scalar scalar, Axis axis) {
    if (scalar instanceof Scalar.Read read) {
      List<Extent> shape = read.node().shape();
      long stride = 1;
      long distance = 0;
      for (int k = shape.size() - 1; k >= 0; k--) {
        distance +=
            stride * Math.abs(Affine.of(read.indices().get(k)).coefficient(Scalars.index(axis)));
        stride *= shape.get(k).bound();
      }
      return distance > 1;
    }
    return scalar.children().stream().anyMatch(child -> isFarApart(child, axis));
  }

  private enum Step {
    /** Nothing depends on the axis. */
    NONE,
    /** Whatever is read lies next to what is read for the next index, or is the same. */
    ONE,
    OTHER
  }

  private static Step isNeighbouring(Scalar scalar, Axis axis, Nest nest) {
    if (!Scalars.mentions(scalar, axis)) {
      return Step.NONE;
    }
    if (scalar instanceof Scalar.Read read) {
      Affine position = nest.location(read.node()).position(read.indices());
      Scalar index = Scalars.index(axis);
      return position.coefficient(index) == 1
              && !Scalars.mentions(position.without(index).toScalar(), axis)
          ? Step.ONE
          : Step.OTHER;
    }
    if (scalar instanceof Reduce || scalar instanceof Scalar.Random) {
      return Step.OTHER;
    }
    Step step = Step.NONE;
    for (Scalar child : scalar.children()) {
      Step other = isNeighbouring(child, axis, nest);
      step = other.compareTo(step) > 0 ? other : step;
    }
    return step;
  }
}
