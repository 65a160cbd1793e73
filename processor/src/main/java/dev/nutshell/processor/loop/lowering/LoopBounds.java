package dev.nutshell.processor.loop.lowering;

import static dev.nutshell.processor.graph.Scalars.add;
import static dev.nutshell.processor.graph.Scalars.integer;
import static dev.nutshell.processor.graph.Scalars.negate;
import static dev.nutshell.processor.graph.Scalars.remainder;
import static dev.nutshell.processor.graph.Scalars.subtract;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Binary;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalars;

/**
 * Where a reduction's loop over an axis begins and ends, and its step: narrowed by guards, so that
 * the loop meets only points at which they hold.
 */
final class LoopBounds {
  private final Axis axis;
  private final Scalar index;
  private Scalar from = integer(0);
  private Scalar to;
  private int step = 1;
  private Scalar residue;

  LoopBounds(Axis axis) {
    this.axis = axis;
    this.index = Scalars.index(axis);
    this.to = Scalars.extent(axis.extent());
  }

  /** Narrows the loop by a guard whose other axes are known before the loop; false if it cannot. */
  boolean take(Scalar guard) {
    if (!(guard instanceof Binary comparison)
        || comparison.left().type() != ElementType.INT
        || !comparison.op().isPredicate()) {
      return false;
    }
    if (comparison.op() == BinaryOp.EQUAL && takeCongruence(comparison)) {
      return true;
    }
    Affine difference = Affine.of(comparison.left()).plus(Affine.of(comparison.right()), -1);
    long coefficient = difference.coefficient(index);
    Scalar rest = difference.without(index).toScalar();
    if (coefficient == 0 || Scalars.mentions(rest, axis)) {
      return false;
    }
    switch (comparison.op()) {
      case LESS -> {
        notAbove(coefficient, add(rest, integer(1)));
        return true;
      }
      case LESS_EQUAL -> {
        notAbove(coefficient, rest);
        return true;
      }
      case EQUAL -> {
        if (Math.abs(coefficient) != 1) {
          return false;
        }
        notAbove(coefficient, rest);
        notAbove(-coefficient, negate(rest));
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** {@code coefficient · axis + rest <= 0}. */
  private void notAbove(long coefficient, Scalar rest) {
    if (coefficient > 0) {
      Scalar last = Scalars.floorDivide(negate(rest), integer(coefficient));
      to = Scalars.binary(BinaryOp.MIN, to, add(last, integer(1)));
    } else {
      Scalar first =
          Scalars.floorDivide(add(rest, integer(-coefficient - 1)), integer(-coefficient));
      from = Scalars.binary(BinaryOp.MAX, from, first);
    }
  }

  /** {@code (± axis + rest) mod divisor == value}: every {@code divisor}th point. */
  private boolean takeCongruence(Binary equality) {
    if (step != 1
        || !(equality.left() instanceof Binary division)
        || division.op() != BinaryOp.REMAINDER
        || !(division.right() instanceof Scalar.Constant divisor)
        || divisor.value() <= 1) {
      return false;
    }
    long size = (long) divisor.value();
    Affine dividend = Affine.of(division.left());
    long coefficient = Math.floorMod(dividend.coefficient(index), size);
    Scalar rest = dividend.without(index).toScalar();
    boolean forward = coefficient == 1;
    if ((!forward && coefficient != size - 1)
        || Scalars.mentions(rest, axis)
        || Scalars.mentions(equality.right(), axis)) {
      return false;
    }
    step = (int) size;
    residue = forward ? subtract(equality.right(), rest) : subtract(rest, equality.right());
    return true;
  }

  Scalar from() {
    return residue == null ? from : add(from, remainder(subtract(residue, from), integer(step)));
  }

  Scalar to() {
    return to;
  }

  int step() {
    return step;
  }

  /** Whether the loop does not run over the whole axis. */
  boolean isNarrowed() {
    return step != 1 || !from.equals(integer(0)) || !to.equals(Scalars.extent(axis.extent()));
  }
}
