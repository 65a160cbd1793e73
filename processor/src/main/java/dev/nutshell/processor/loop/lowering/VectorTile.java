package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.Store;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of a tile: sums of neighbouring rows in registers, and what follows them. */
final class VectorTile {
  /** With so many sums it pays to ask before them what is in range. */
  private static final int MANY = 8;

  private final Slot scratch =
      Slot.fixed(Area.SCRATCH, 0, ElementType.REAL, ScratchPlan.SIZE, 0, 0);
  private final Compute node;
  private final Location target;
  private final Nest nest;
  private final Expressions expressions;
  private final VectorPlan plan;

  VectorTile(Compute node, Location target, Nest nest, Expressions expressions, VectorPlan plan) {
    this.node = node;
    this.target = target;
    this.nest = nest;
    this.expressions = expressions;
    this.plan = plan;
  }

  /**
   * The elements of a lane in neighbouring rows: their reductions run in the same loops.
   *
   * @param sums whether the sums are stored in the scratch memory, for {@link #epilogue}
   */
  void add(int rows, int beside, boolean sums) {
    List<Map<Axis, Scalar>> shifts = shifts(rows, beside);
    Scalar whole = sums ? plan.reductions().get(0) : node.body();
    List<Scalar> bodies = shifts.stream().map(shift -> Scalars.substitute(whole, shift)).toList();
    List<LoopExpression> places = new ArrayList<>();
    for (int k = 0; k < shifts.size(); k++) {
      places.add(sums ? inScratch(integer(k * plan.scratchRow())) : position(shifts.get(k)));
    }
    Kernel.Buffer into = sums ? scratch() : nest.buffer(target.slot(), Nest.TARGET);
    if (!plan.writtenOut() && shifts.size() * plan.tile().vectors() >= MANY) {
      inRange(into, places, bodies);
    }
    expressions.expect(bodies);
    for (Reduce reduce : plan.reductions()) {
      List<Reduce> lanes =
          shifts.stream()
              .map(shift -> (Reduce) Scalars.substitute(reduce, shift))
              .distinct()
              .toList();
      if (plan.writtenOut()) {
        expressions.reductions().writtenOut(lanes);
      } else {
        expressions.reductions().together(lanes);
      }
    }
    for (int k = 0; k < shifts.size(); k++) {
      nest.add(new Store(into, places.get(k), expressions.lower(bodies.get(k))));
    }
  }

  /** Says that what is read and written after the reductions of a tile is in range. */
  private void inRange(Kernel.Buffer into, List<LoopExpression> places, List<Scalar> bodies) {
    Set<LoopStatement> ranges = new LinkedHashSet<>();
    for (int k : List.of(0, places.size() - 1)) {
      ranges.add(new LoopStatement.InRange(into, places.get(k)));
      readsInRange(bodies.get(k), ranges);
    }
    ranges.forEach(nest::add);
  }

  private void readsInRange(Scalar scalar, Set<LoopStatement> ranges) {
    if (scalar instanceof Scalar.Read read) {
      if (Scalars.mentions(read, plan.vector()) && Expressions.isAlwaysInRange(read)) {
        LoopExpression index = expressions.index(read).expression();
        ranges.add(new LoopStatement.InRange(nest.buffer(read.node()), index));
      }
    } else if (!(scalar instanceof Reduce)) {
      scalar.children().forEach(child -> readsInRange(child, ranges));
    }
  }

  /** What follows the reductions of a tile, from where they are stored, row by row. */
  void epilogue(int rows) {
    Axis step = new Axis("row", Extent.of(rows));
    nest.loop(
        step,
        integer(0),
        integer(rows),
        1,
        For.Kind.SERIAL,
        false,
        () -> {
          Map<Axis, Scalar> shift = shift(Scalars.index(step));
          Scalar body = Scalars.substitute(node.body(), shift);
          LoopExpression row =
              binary(BinaryOp.MULTIPLY, nest.axis(step).expression(), integer(plan.scratchRow()));
          LoopExpression stored = new LoopExpression.Load(scratch(), inScratch(row));
          LoopValue sum = new LoopValue(nest.declare("sum", stored), nest.scope().depth());
          nest.scope().remember(reduction(shift), sum);
          expressions.expect(List.of(body));
          LoopExpression value = expressions.lower(body);
          nest.add(new Store(nest.buffer(target.slot(), Nest.TARGET), position(shift), value));
        });
  }

  private Kernel.Buffer scratch() {
    return nest.buffer(scratch, "sums");
  }

  /** Where the lanes of a row are in the scratch memory. */
  private static LoopExpression inScratch(LoopExpression row) {
    return binary(BinaryOp.ADD, row, LoopStatement.Vectors.LANE);
  }

  private Scalar reduction(Map<Axis, Scalar> shift) {
    return Scalars.substitute(plan.reductions().get(0), shift);
  }

  /** From the first row of a tile to each of them, in the order of the memory. */
  private List<Map<Axis, Scalar>> shifts(int rows, int beside) {
    List<Map<Axis, Scalar>> shifts = new ArrayList<>();
    for (int other = 0; other < beside; other++) {
      for (int k = 0; k < rows; k++) {
        Map<Axis, Scalar> shift = new HashMap<>(shift(k));
        if (other > 0) {
          shift.put(plan.beside(), next(plan.beside(), Scalars.integer(other)));
        }
        shifts.add(shift);
      }
    }
    return shifts;
  }

  private Map<Axis, Scalar> shift(int distance) {
    return distance == 0 ? Map.of() : shift(Scalars.integer(distance));
  }

  private Map<Axis, Scalar> shift(Scalar distance) {
    return Map.of(plan.row(), next(plan.row(), distance));
  }

  private static Scalar next(Axis row, Scalar distance) {
    return Scalars.add(Scalars.index(row), distance);
  }

  private LoopExpression position(Map<Axis, Scalar> shift) {
    List<Scalar> indices =
        Scalars.indices(node.axes()).stream()
            .map(index -> Scalars.substitute(index, shift))
            .toList();
    return expressions.position(target, indices);
  }

  private static LoopExpression binary(BinaryOp op, LoopExpression left, LoopExpression right) {
    return new LoopExpression.Binary(op, left, right);
  }

  private static Literal integer(int value) {
    return new Literal(ElementType.INT, value);
  }
}
