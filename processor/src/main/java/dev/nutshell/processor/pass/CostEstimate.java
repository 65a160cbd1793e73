package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What computing costs, in rough units of one arithmetic operation. All choices between ways to
 * compute the same are made by these numbers alone, so that they are the same on every machine.
 */
public final class CostEstimate {
  /** Of an element that is kept: a store, and its share of memory. */
  private static final double STORE = 2;

  private static final double LOAD = 1;
  private static final double TRANSCENDENTAL = 15;
  private static final double RANDOM = 20;

  /** Of the larger or smaller float: HotSpot asks besides for NaN and for the sign of zeros. */
  private static final double EXTREMUM = 3;

  /** The nodes of the largest expression that may become one kernel. */
  private static final int LARGEST_BODY = 160;

  /** The expression nodes that the lanes of a register tile may have in all. */
  private static final int LARGEST_TILE = 400;

  private static final int WIDEST_TILE = 8;
  private static final int SMALLEST_CHUNK = 4;
  private static final int LARGEST_CHUNK = 64;

  /** The work that is worth a task of its own. */
  private static final double CHUNK_WORK = 1 << 20;

  /**
   * Of an element of what a chunk adds to sums: it is written, and later read and added, at the
   * speed of memory, where operations of vectors take a hundredth of a nanosecond each.
   */
  private static final double PART = 40;

  /** The work of a chunk is to be so many times that of joining its sums. */
  private static final double WORK_PER_JOIN = 10;

  /** The samples of a call for which something without samples is computed once. */
  static final double TYPICAL_ROWS = 8;

  private CostEstimate() {}

  /**
   * Of one evaluation of an expression, all points of its reductions included; a reduction that
   * occurs twice counts once.
   */
  public static double of(Scalar scalar) {
    return of(scalar, new HashSet<>());
  }

  private static double of(Scalar scalar, Set<Scalar> reductions) {
    if (scalar instanceof Scalar.Reduce && !reductions.add(scalar)) {
      return 0;
    }
    double cost = 0;
    for (Scalar child : scalar.children()) {
      cost += of(child, reductions);
    }
    return scalar instanceof Scalar.Reduce reduce
        ? points(reduce.axes()) * (cost + 1)
        : cost + own(scalar);
  }

  /** Sums of indices are free: they are mostly done outside of the innermost loop. */
  private static double own(Scalar scalar) {
    if (scalar instanceof Scalar.Read) {
      return LOAD;
    }
    if (scalar instanceof Scalar.Random) {
      return RANDOM;
    }
    if (scalar instanceof Scalar.Unary unary) {
      return unary.op().isFunction() ? TRANSCENDENTAL : unary.op() == Scalar.UnaryOp.SQRT ? 4 : 1;
    }
    if (scalar instanceof Scalar.Binary binary) {
      return switch (binary.op()) {
        case POWER -> 2 * TRANSCENDENTAL;
        case ADD, SUBTRACT, MULTIPLY -> scalar.type() == ElementType.INT ? 0 : 1;
        case DIVIDE, FLOOR_DIVIDE, REMAINDER -> 4;
        case MIN, MAX -> scalar.type() == ElementType.INT ? 1 : EXTREMUM;
        default -> 1;
      };
    }
    return scalar.children().isEmpty() ? 0 : 1;
  }

  /** The number of points of axes, with one sample. */
  public static double points(List<Axis> axes) {
    double points = 1;
    for (Axis axis : axes) {
      points *= axis.extent() instanceof Extent.Batch ? 1 : axis.extent().bound();
    }
    return points;
  }

  /** Of a node for one sample. */
  public static double of(Compute node) {
    return points(node.axes()) * (of(node.body()) + STORE);
  }

  /** Of a graph for one sample. */
  public static double of(Graph graph) {
    return of(graph.nodes(), Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static double of(List<Node> nodes, Set<Scan> counted) {
    double cost = 0;
    for (Node node : nodes) {
      if (node instanceof Compute compute) {
        cost += of(compute);
      } else if (node instanceof ScanOutput output && counted.add(output.scan())) {
        Scan scan = output.scan();
        cost += points(List.of(scan.axis())) * of(scan.body(), counted);
      }
    }
    return cost;
  }

  /**
   * Whether to compute {@code producer} anew wherever it is read, instead of once for all.
   *
   * @param evaluations how often its expression would be evaluated for one sample
   */
  public static boolean isCheaperInline(Compute producer, double evaluations) {
    double body = of(producer.body());
    return evaluations * body <= points(producer.axes()) * (body + STORE) + evaluations * LOAD;
  }

  /** The number of parts of an expression. */
  public static int size(Scalar scalar) {
    int size = 1;
    for (Scalar child : scalar.children()) {
      size += size(child);
    }
    return size;
  }

  /** Whether an expression of so many parts may be one kernel. */
  public static boolean isSmallEnough(int size) {
    return size <= LARGEST_BODY;
  }

  /**
   * How many neighbouring elements of a reduction are computed together, each in a register: what
   * they have in common is then loaded once. A width that divides the axis is preferred.
   *
   * @param body what is computed for each
   */
  public static int tile(Extent extent, Scalar body) {
    int widest = Math.min(WIDEST_TILE, Math.max(1, LARGEST_TILE / size(body)));
    if (extent.bound() <= widest) {
      return extent.bound();
    }
    if (extent instanceof Extent.Fixed fixed) {
      for (int width = widest; width > widest / 2; width--) {
        if (fixed.size() % width == 0) {
          return width;
        }
      }
    }
    return widest;
  }

  /**
   * How many samples make a chunk, the unit of parallel work: enough to be worth a task, and enough
   * for what each chunk adds (its part of every gradient) to be small beside.
   *
   * @param sample the cost of one sample
   * @param parts the elements that each chunk adds to sums over the batch
   */
  public static int chunk(double sample, double parts) {
    double wanted = Math.max(CHUNK_WORK, WORK_PER_JOIN * PART * parts) / sample;
    int size = SMALLEST_CHUNK;
    while (size < wanted && size < LARGEST_CHUNK) {
      size *= 2;
    }
    return size;
  }
}
