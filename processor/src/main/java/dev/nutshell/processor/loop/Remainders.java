package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.LoopStatement.Vectors.Remainder;
import dev.nutshell.processor.pass.VectorCost;

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

  /** The choice for an axis of lanes, or null where vectors do not pay. */
  Remainder of(Axis vector) {
    if (!(vector.extent() instanceof Extent.Fixed fixed)) {
      return Remainder.SCALARS;
    }
    boolean alone = !mayReplace(node.body());
    if (fixed.size() >= VectorCost.WIDEST) {
      return alone ? Remainder.OVERLAP : Remainder.SCALARS;
    }
    boolean spills =
        alone
            && fixed.size() >= VectorCost.NARROWEST
            && target.slot().slack() >= VectorCost.WIDEST
            && hasRoom(node.body(), vector);
    return spills ? Remainder.SPILL : null;
  }

  /** Whether the target may lie where something lies that is read outside of reductions. */
  private boolean mayReplace(Scalar scalar) {
    if (scalar instanceof Scalar.Reduce) {
      return false;
    }
    if (scalar instanceof Scalar.Read read) {
      Slot slot = nest.location(read.node()).slot();
      return slot == target.slot()
          || (slot.area() == target.slot().area() && slot.type() == target.slot().type());
    }
    return scalar.children().stream().anyMatch(this::mayReplace);
  }

  /** Whether behind all that lanes read there is a vector's room. */
  private boolean hasRoom(Scalar scalar, Axis vector) {
    if (scalar instanceof Scalar.Read read && Scalars.mentions(read, vector)) {
      return nest.location(read.node()).slot().area() != Area.INPUT;
    }
    return scalar.children().stream().allMatch(child -> hasRoom(child, vector));
  }
}
