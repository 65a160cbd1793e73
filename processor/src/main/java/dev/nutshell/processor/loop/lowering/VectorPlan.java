package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors.Remainder;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.List;

/**
 * How the reductions of a node run in vectors: its last axis becomes lanes; several rows of another
 * axis run together, so that what does not depend on that axis is loaded once for all of them. The
 * order of operations of each element stays the same.
 *
 * @param vector the axis of the lanes
 * @param row the axis of the rows, or null where nothing is shared
 * @param beside an axis of which a tile has several rows too, or null: where those of {@code row}
 *     are too few to hide how long an addition takes
 * @param tile how many rows and vectors run together
 * @param single how many vectors run together in a single row
 * @param writtenOut whether the reductions have so few points that they need no loops
 * @param epilogue whether something follows the sums of a tile, which then wait for it in the
 *     scratch memory
 * @param panels whether the loop over vectors stands around that over rows
 * @param remainder what becomes of lanes that fill no vector
 * @param spareRows the last rows that are computed without vectors
 */
record VectorPlan(
    Compute node,
    List<Reduce> reductions,
    Axis vector,
    Axis row,
    Axis beside,
    VectorCost.Tile tile,
    int single,
    boolean writtenOut,
    boolean epilogue,
    boolean panels,
    Remainder remainder,
    int spareRows) {

  /** The plan for a node, or null where its reductions do not run in vectors. */
  static VectorPlan of(Compute node, Location target, Nest nest) {
    Axis vector = node.axes().get(node.axes().size() - 1);
    List<Reduce> reductions = new ArrayList<>();
    collect(node.body(), vector, reductions);
    if (reductions.isEmpty() || !reductions.stream().allMatch(reduce -> runs(reduce, vector))) {
      return null;
    }
    VectorCost cost = VectorCost.of(vector.extent(), node.body(), reductions);
    Axis shared = row(node, vector, vector, reductions);
    Remainders remainders = new Remainders(node, target, nest);
    boolean epilogue =
        !cost.writtenOut()
            && cost.hasEpilogue()
            && reductions.size() == 1
            && reductions.get(0).op() == ReduceOp.SUM;
    VectorCost.Tile tile = shared == null ? cost.single() : cost.tile(shared.extent(), epilogue);
    Axis row = tile.rows() == 1 ? null : shared;
    Remainder remainder = remainders.of(vector, row);
    int spareRows = row == null || row.isBatch() ? 0 : remainders.spareRows(vector);
    boolean whole = row != null && !epilogue && spareRows == 0 && tile.rows() == bound(row);
    Axis beside = whole ? row(node, row, vector, reductions) : null;
    if (remainder == Remainder.SPILL && beside != null && !beside.equals(remainders.before(row))) {
      // What is written behind its rows would belong to rows that are done already.
      beside = null;
    }
    if (beside != null && !beside.isBatch()) {
      tile = cost.beside(tile, beside.extent());
    }
    boolean inner = hasOther(node.body(), vector);
    return remainder == null || cost.isTooLarge()
        ? null
        : new VectorPlan(
            node,
            reductions,
            vector,
            row,
            tile.beside() == 1 ? null : beside,
            tile,
            cost.single().vectors(),
            cost.writtenOut(),
            epilogue && row != null,
            !inner && cost.hasPanels(),
            remainder,
            spareRows);
  }

  /** The rows of a tile. */
  private static int bound(Axis row) {
    return row.isBatch() ? 0 : row.extent().bound();
  }

  /** The elements of the scratch memory from the sums of one row of a tile to those of the next. */
  int scratchRow() {
    return tile.vectors() * VectorCost.WIDEST;
  }

  /**
   * Those of the axes that pass by while what the rows share stays in the cache: nothing that has a
   * value for each lane depends on them, and rows read nothing of one another.
   */
  List<Axis> passing(List<Axis> axes) {
    if (remainder == Remainder.SPILL) {
      // What spills is overwritten only where all elements follow one another.
      return List.of();
    }
    return axes.stream()
        .filter(axis -> axis.extent() instanceof Extent.Fixed && spareRows == 0)
        .filter(axis -> reductions.stream().allMatch(reduce -> passesBy(reduce, axis)))
        .toList();
  }

  private boolean passesBy(Reduce reduce, Axis axis) {
    return reduce.axes().stream().filter(each -> each.extent().bound() > 1).count() == 1
        && reduce.guards().stream().noneMatch(guard -> Scalars.mentions(guard, axis))
        && !dependsOn(reduce.body(), vector, axis);
  }

  /** Whether something that has a value for each lane depends on an axis too. */
  private static boolean dependsOn(Scalar scalar, Axis vector, Axis axis) {
    if (scalar instanceof Scalar.Read) {
      return Scalars.mentions(scalar, vector) && Scalars.mentions(scalar, axis);
    }
    return scalar.children().stream().anyMatch(child -> dependsOn(child, vector, axis));
  }

  /**
   * The plan for single rows of the batch: where they have few vectors, those of several panels run
   * together.
   *
   * @param predicts whether the panels follow one another in memory
   */
  VectorPlan ofSingleRows(boolean predicts) {
    int place = node.axes().size() - 2;
    Axis panel = node.axes().get(place);
    int together = 1;
    if (predicts
        && !panel.isBatch()
        && panel.extent() instanceof Extent.Fixed
        && spareRows == 0
        && !isGuarded(reductions, panel)) {
      together = VectorCost.together(panel.extent(), single);
    }
    return new VectorPlan(
        node,
        reductions,
        vector,
        together == 1 ? null : panel,
        null,
        new VectorCost.Tile(together, single, 1),
        single,
        writtenOut,
        false,
        false,
        remainder,
        0);
  }

  /** What was chosen, for readers of the code. */
  String explanation(Nest nest) {
    StringBuilder text = new StringBuilder("in vectors along ").append(nest.name(vector));
    if (row == null) {
      text.append(", ").append(single).append(" together");
    } else {
      text.append(": blocks of ").append(tile.rows()).append(" rows of ").append(nest.name(row));
      text.append(beside == null ? "" : " and " + tile.beside() + " of " + nest.name(beside));
      text.append(" by ").append(tile.vectors()).append(" vectors");
      text.append(
          panels
              ? ", all rows before the next vectors: what rows share exceeds the first-level cache"
              : "");
    }
    return text.append(
            switch (remainder) {
              case SCALARS -> "; what fills no vector as scalars";
              case OVERLAP ->
                  vector.extent().bound() % VectorCost.WIDEST == 0
                      ? ""
                      : "; the last vectors overlap";
              case SPILL -> "; not filled, with room behind";
            })
        .toString();
  }

  /** The reductions that have a value for each lane. */
  private static void collect(Scalar scalar, Axis vector, List<Reduce> into) {
    if (scalar instanceof Reduce reduce && Scalars.mentions(reduce, vector)) {
      if (!into.contains(reduce)) {
        into.add(reduce);
      }
      return;
    }
    scalar.children().forEach(child -> collect(child, vector, into));
  }

  /** Whether an expression has reductions that are the same for all lanes. */
  private static boolean hasOther(Scalar scalar, Axis vector) {
    if (scalar instanceof Reduce reduce) {
      return !Scalars.mentions(reduce, vector);
    }
    return scalar.children().stream().anyMatch(child -> hasOther(child, vector));
  }

  private static boolean runs(Reduce reduce, Axis vector) {
    return reduce.body().type() == ElementType.REAL
        && reduce.guards().stream().noneMatch(guard -> Scalars.mentions(guard, vector));
  }

  /**
   * The next axis before {@code inner} on which something that has a value for each lane does not
   * depend.
   */
  private static Axis row(Compute node, Axis inner, Axis vector, List<Reduce> reductions) {
    for (int k = node.axes().indexOf(inner) - 1; k >= 0; k--) {
      Axis axis = node.axes().get(k);
      boolean counted =
          axis.isBatch() || (axis.extent() instanceof Extent.Fixed fixed && fixed.size() > 1);
      if (!isGuarded(reductions, axis)
          && counted
          && reductions.stream().anyMatch(reduce -> shares(reduce.body(), vector, axis))) {
        return axis;
      }
    }
    return null;
  }

  /** Whether what is summed up depends on an axis. */
  private static boolean isGuarded(List<Reduce> reductions, Axis axis) {
    return reductions.stream()
        .flatMap(reduce -> reduce.guards().stream())
        .anyMatch(guard -> Scalars.mentions(guard, axis));
  }

  private static boolean shares(Scalar scalar, Axis vector, Axis row) {
    if (scalar instanceof Scalar.Read) {
      return Scalars.mentions(scalar, vector) && !Scalars.mentions(scalar, row);
    }
    return scalar.children().stream().anyMatch(child -> shares(child, vector, row));
  }

  /**
   * Whether all that lanes read is in range in each of them, also where a condition that differs
   * between lanes does not choose it; and whether integers are small.
   */
  static boolean isSafe(Scalar scalar, Axis vector) {
    if (scalar instanceof Scalar.Read read
        && read.type() == ElementType.INT
        && Scalars.mentions(read, vector)
        && !isPosition(read.node())) {
      return false;
    }
    Scalar condition = null;
    if (scalar instanceof Scalar.Select select) {
      condition = select.condition();
    } else if (scalar instanceof Scalar.Binary binary
        && (binary.op() == Scalar.BinaryOp.AND || binary.op() == Scalar.BinaryOp.OR)) {
      condition = binary.left();
    }
    if (condition != null
        && Scalars.mentions(condition, vector)
        && !Expressions.isAlwaysInRange(scalar)) {
      return false;
    }
    return scalar.children().stream().allMatch(child -> isSafe(child, vector));
  }

  /** Whether the elements of a node are places of extremes, and so no larger than an axis. */
  private static boolean isPosition(Node node) {
    return node instanceof Compute compute
        && compute.body() instanceof Reduce reduce
        && reduce.op().isIndex();
  }
}
