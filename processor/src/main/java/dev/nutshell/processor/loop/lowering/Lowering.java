package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.Store;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.ScatterSum;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import dev.nutshell.processor.pass.CostEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The task of computing a node as a kernel: loops over its axes in row-major order around its
 * expression.
 */
public final class Lowering {
  private final Compute node;
  private final Location target;
  private final Nest nest;
  private final Expressions expressions;
  private final RegisterTile tile;
  private final int merged;

  private Lowering(Evaluate task, Map<Node, Location> locations) {
    this.node = task.node();
    this.target = task.target();
    this.nest = new Nest(node, locations, task.steps());
    this.expressions = new Expressions(nest);
    this.tile = RegisterTile.of(node);
    this.merged = tile == null ? merged() : 0;
  }

  /**
   * How many of the last axes run as one loop; 0 where the elements are not independent loops' work
   * of their own.
   */
  private int merged() {
    boolean elementwise =
        !node.axes().isEmpty() && !node.axes().get(node.axes().size() - 1).isBatch();
    return elementwise ? new AxisMerging(node, target, nest).count() : 0;
  }

  /** Lowers a task. */
  public static Lowered of(Evaluate task, Map<Node, Location> locations) {
    Lowering lowering = new Lowering(task, locations);
    lowering.statements();
    return lowering.nest.lowered(task);
  }

  private void statements() {
    buffer();
    if (node.isBatched()) {
      expressions.reductions().overWholeBatch();
    }
    ScatterSum scatter = ScatterSum.of(node);
    if (scatter != null) {
      scatter(scatter);
    } else {
      points(node.axes());
    }
  }

  /** Zeros everywhere, then each point adds to its element. */
  private void scatter(ScatterSum scatter) {
    if (node.isBatched()) {
      Axis rows = node.axes().get(0);
      LoopExpression from = nest.parameter(KernelIntegers.FROM);
      nest.loop(
          rows,
          from,
          nest.parameter(KernelIntegers.TO),
          1,
          For.Kind.SERIAL,
          false,
          () -> scatterInRow(scatter));
    } else {
      scatterInRow(scatter);
    }
  }

  private void scatterInRow(ScatterSum scatter) {
    clear(Scalars.indices(node.axes().subList(0, node.isBatched() ? 1 : 0)));
    List<Scalar> parts = new ArrayList<>(scatter.guards());
    parts.addAll(scatter.indices());
    parts.add(scatter.sum().body());
    expressions.expect(parts);
    expressions
        .reductions()
        .points(
            scatter.axes(),
            scatter.guards(),
            () -> {
              LoopExpression position = expressions.position(target, scatter.indices());
              LoopExpression total = new LoopExpression.Load(buffer(), position);
              LoopExpression sum =
                  Accumulator.joined(ReduceOp.SUM, scatter.sum().body(), total, expressions);
              nest.add(new Store(buffer(), position, sum));
            });
  }

  /** Zeros in all elements at some indices; axes that leave no gaps in memory are one loop. */
  private void clear(List<Scalar> indices) {
    List<Axis> axes = node.axes().subList(indices.size(), node.rank());
    boolean whole = axes.size() <= target.gapless(node.shape());
    int size = whole ? (int) CostEstimate.points(axes) : axes.get(0).extent().bound();
    Axis axis = new Axis(whole ? "i" : axes.get(0).name(), Extent.of(size));
    List<Scalar> inside = new ArrayList<>(indices);
    inside.add(Scalars.index(axis));
    LoopExpression to = integer(size);
    if (whole) {
      Location flat = target.flat(axes.size());
      nest.loop(
          axis,
          integer(0),
          to,
          1,
          For.Kind.VECTOR,
          false,
          () -> nest.add(new Store(buffer(), expressions.position(flat, inside), zero())));
    } else {
      nest.loop(axis, integer(0), to, 1, For.Kind.SERIAL, false, () -> clear(inside));
    }
  }

  private Literal zero() {
    return Accumulator.identity(Scalar.ReduceOp.SUM, node.type());
  }

  private Kernel.Buffer buffer() {
    return nest.buffer(target.slot(), Nest.TARGET);
  }

  private void points(List<Axis> axes) {
    if (axes.isEmpty()) {
      expressions.expect(List.of(node.body()));
      store(node.body(), Scalars.indices(node.axes()));
      return;
    }
    Axis axis = axes.get(0);
    List<Axis> rest = axes.subList(1, axes.size());
    if (rest.isEmpty() && tile != null) {
      tiles(axis);
    } else if (axes.size() == merged) {
      elements(axes);
    } else {
      LoopExpression from = axis.isBatch() ? nest.parameter(KernelIntegers.FROM) : integer(0);
      LoopExpression to =
          axis.isBatch() ? nest.parameter(KernelIntegers.TO) : nest.extent(axis.extent());
      nest.loop(axis, from, to, 1, For.Kind.SERIAL, false, () -> points(rest));
    }
  }

  /**
   * The last axes of elementwise work in one loop: the last of them counts on through the others.
   */
  private void elements(List<Axis> axes) {
    Axis last = axes.get(axes.size() - 1);
    for (Axis axis : axes.subList(0, axes.size() - 1)) {
      nest.fix(axis, LoopValue.anywhere(integer(0)));
    }
    LoopExpression to =
        axes.size() == 1 ? nest.extent(last.extent()) : integer((int) CostEstimate.points(axes));
    nest.loop(last, integer(0), to, 1, For.Kind.VECTOR, false, () -> points(List.of()));
  }

  /** The innermost axis in steps of a tile, and what is left over one by one. */
  private void tiles(Axis axis) {
    if (tile.coversAxis()) {
      nest.fix(axis, LoopValue.anywhere(integer(0)));
      lanes(tile.width());
      return;
    }
    int width = tile.width();
    LoopExpression extent = nest.extent(axis.extent());
    LoopExpression left =
        new LoopExpression.Binary(Scalar.BinaryOp.REMAINDER, extent, integer(width));
    if (extent instanceof Literal literal) {
      int size = (int) literal.value();
      nest.loop(
          axis,
          integer(0),
          integer(size - size % width),
          width,
          For.Kind.SERIAL,
          false,
          () -> lanes(width));
      if (size % width != 0) {
        nest.fix(axis, LoopValue.anywhere(integer(size - size % width)));
        lanes(size % width);
      }
      return;
    }
    LoopExpression whole = new LoopExpression.Binary(Scalar.BinaryOp.SUBTRACT, extent, left);
    nest.loop(axis, integer(0), whole, width, For.Kind.SERIAL, true, () -> lanes(width));
    nest.loop(axis, whole, extent, 1, For.Kind.SERIAL, true, () -> lanes(1));
  }

  /** Neighbouring elements: their reductions run in the same loops. */
  private void lanes(int count) {
    List<Scalar> bodies = tile.bodies(count);
    expressions.expect(bodies);
    for (List<Scalar.Reduce> lanes : tile.reductions(count)) {
      expressions.reductions().together(lanes);
    }
    for (int lane = 0; lane < count; lane++) {
      store(bodies.get(lane), tile.indices(lane));
    }
  }

  private void store(Scalar body, List<Scalar> indices) {
    LoopExpression value = expressions.lower(body);
    nest.add(new Store(buffer(), expressions.position(target, indices), value));
  }

  private static Literal integer(int value) {
    return new Literal(ElementType.INT, value);
  }
}
