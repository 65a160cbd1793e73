package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors.Remainder;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Slot;
import dev.nutshell.processor.pass.VectorCost;
import java.util.List;

/** Chooses what becomes of the lanes of a node that fill no vector. */
final class Remainders {
  private final Compute node;
  private final Location target;
  private final Nest nest;

  Remainders(Compute node, Location target, Nest nest) {
    this.node = node;
    this.target = target;
    this.nest = nest;
  }

  /**
   * How many of the last rows of an axis have to be computed without vectors, because behind them
   * something else begins.
   */
  int spareRows(Axis vector) {
    int lanes = vector.extent().bound();
    boolean free = lanes >= VectorCost.WIDEST || target.slot().slack() >= VectorCost.WIDEST;
    return free ? 0 : (VectorCost.WIDEST - 1) / lanes;
  }

  /**
   * The choice for an axis of lanes, or null where vectors do not pay.
   *
   * @param row the axis of rows that run together, or null
   */
  Remainder of(Axis vector, Axis row) {
    if (!(vector.extent() instanceof Extent.Fixed fixed)) {
      return Remainder.SCALARS;
    }
    boolean alone = !mayReplace();
    if (fixed.size() >= VectorCost.WIDEST) {
      return alone ? Remainder.OVERLAP : Remainder.SCALARS;
    }
    boolean spills =
        alone
            && fixed.size() >= VectorCost.NARROWEST
            && isOverwritten(vector, row)
            && hasRoom(node.body(), vector);
    return spills ? Remainder.SPILL : null;
  }

  /** Whether what is written behind a row is computed later, or belongs to nobody. */
  private boolean isOverwritten(Axis vector, Axis row) {
    if (!Scalars.isConstant(target.origin(), 0)) {
      return false;
    }
    boolean next = row != null && row.equals(before(vector));
    return target.slot().slack() >= VectorCost.WIDEST
        ? row == null || row.isBatch() || next
        : next && row.extent().bound() > spareRows(vector);
  }

  /** The axis in whose steps the rows of another follow one another in the memory, or null. */
  Axis before(Axis inner) {
    List<Axis> axes = node.axes();
    for (int k = axes.indexOf(inner) - 1; k >= 0; k--) {
      if (axes.get(k).extent().bound() > 1) {
        return axes.get(k);
      }
    }
    return null;
  }

  /** Whether the target may lie where something lies that is read outside of reductions. */
  boolean mayReplace() {
    return mayReplace(node.body());
  }

  private boolean mayReplace(Scalar scalar) {
    if (scalar instanceof Scalar.Reduce) {
      return false;
    }
    if (scalar instanceof Scalar.Read read) {
      Slot slot = nest.location(read.node()).slot();
      return slot == target.slot()
          || (target.slot().slack() == 0
              && slot.area() == target.slot().area()
              && slot.type() == target.slot().type());
    }
    return scalar.children().stream().anyMatch(this::mayReplace);
  }

  /** Whether behind all that lanes read there is a vector's room. */
  private boolean hasRoom(Scalar scalar, Axis vector) {
    if (scalar instanceof Scalar.Read read && Scalars.mentions(read, vector)) {
      Area area = nest.location(read.node()).slot().area();
      return area != Area.INPUT && area != Area.OUTPUT && area != Area.SUMS;
    }
    return scalar.children().stream().allMatch(child -> hasRoom(child, vector));
  }
}
