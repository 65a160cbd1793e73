package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.Lanes;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors.Remainder;
import dev.nutshell.processor.loop.program.LoopStatements;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.ScatterSum;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import dev.nutshell.processor.pass.CostEstimate;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The task of computing a node as a kernel of loops over vectors, where it has such a form. */
public final class VectorLowering {
  private final Compute node;
  private final Location target;
  private final Nest nest;
  private final Expressions expressions;
  private VectorPlan plan;
  private VectorTile tile;

  /** The first row that blocks leave over, once those are done. */
  private LoopExpression whole;

  private final boolean predicts;
  private boolean singleRows;

  private VectorLowering(Evaluate task, Map<Node, Location> locations, boolean predicts) {
    this.node = task.node();
    this.target = task.target();
    this.nest = new Nest(node, locations, task.steps());
    this.expressions = new Expressions(nest);
    this.predicts = predicts;
    follow(VectorPlan.of(node, target, nest));
  }

  private void follow(VectorPlan next) {
    plan = next;
    tile = new VectorTile(node, target, nest, expressions, plan);
  }

  /**
   * Lowers a task: to loops over vectors, or else to those that {@link Lowering} makes.
   *
   * @param singlePrecision whether the numbers of the network are floats
   * @param predicts whether it is for predictions, whose weights are packed
   */
  public static Lowered of(
      Evaluate task, Map<Node, Location> locations, boolean singlePrecision, boolean predicts) {
    if (mayRun(task)) {
      VectorLowering lowering = new VectorLowering(task, locations, predicts);
      VectorPlan plan = lowering.plan;
      boolean runs = lowering.statements();
      Lowered lowered = lowering.lowered(task, plan);
      if (runs && hasForms(lowered.kernel().body(), singlePrecision)) {
        return withStripes(lowered, singlePrecision);
      }
    }
    return withStripes(Lowering.of(task, locations), singlePrecision);
  }

  private Lowered lowered(Evaluate task, VectorPlan plan) {
    return nest.lowered(
        task, List.of(plan == null ? "in vectors, element by element" : plan.explanation(nest)));
  }

  private static Lowered withStripes(Lowered lowered, boolean singlePrecision) {
    Kernel kernel = lowered.kernel();
    LoopStatement body = withStripes(kernel.body(), singlePrecision);
    return new Lowered(
        new Kernel(
            kernel.name(),
            kernel.comment(),
            kernel.buffers(),
            kernel.integers(),
            kernel.random(),
            body),
        lowered.slots());
  }

  /** Lets striped sums be vectors, where they have such a form. */
  private static LoopStatement withStripes(LoopStatement statement, boolean singlePrecision) {
    return statement instanceof LoopStatement.Striped loop
        ? new LoopStatement.Striped(
            loop.index(),
            loop.count(),
            loop.join(),
            loop.start(),
            loop.sum(),
            loop.count() % LoopStatement.Striped.STRIPES == 0
                && Lanes.of(loop, singlePrecision) != null,
            loop.body())
        : LoopStatements.rebuild(statement, child -> withStripes(child, singlePrecision));
  }

  private static boolean mayRun(Evaluate task) {
    List<Axis> axes = task.node().axes();
    return !axes.isEmpty()
        && (task.node().type() == ElementType.REAL || task.node().type() == ElementType.INT)
        && !axes.get(axes.size() - 1).isBatch()
        && VectorPlan.isSafe(task.node().body(), axes.get(axes.size() - 1))
        && ScatterSum.of(task.node()) == null;
  }

  private static boolean hasForms(LoopStatement statement, boolean singlePrecision) {
    return statement instanceof LoopStatement.Vectors vectors
        ? Lanes.of(vectors, singlePrecision) != null
        : LoopStatements.children(statement).stream()
            .allMatch(child -> hasForms(child, singlePrecision));
  }

  /** Returns false where vectors do not pay. */
  private boolean statements() {
    nest.buffer(target.slot(), Nest.TARGET);
    expressions.reductions().inTwoLoops();
    if (node.isBatched()) {
      expressions.reductions().overWholeBatch();
    }
    if (plan != null && plan.row() != null && plan.row().isBatch()) {
      blocksAndSingleRows();
      return true;
    }
    if (plan != null) {
      reductions();
      return true;
    }
    int merged = new AxisMerging(node, target, nest).count();
    List<Axis> axes = node.axes().subList(node.axes().size() - merged, node.axes().size());
    Remainder remainder = Remainder.SCALARS;
    if (CostEstimate.points(axes) < VectorCost.WIDEST) {
      remainder = merged > 1 ? null : new Remainders(node, target, nest).of(axes.get(0), null);
    }
    if (remainder == null) {
      return false;
    }
    Remainder last = remainder;
    around(node.axes().subList(0, node.axes().size() - merged), () -> elements(axes, last));
    return true;
  }

  /** Blocks of rows of the batch, then the rows that they leave over one by one. */
  private void blocksAndSingleRows() {
    LoopExpression from = nest.parameter(KernelIntegers.FROM);
    LoopExpression to = nest.parameter(KernelIntegers.TO);
    LoopExpression count = binary(BinaryOp.SUBTRACT, to, from);
    LoopExpression left = binary(BinaryOp.REMAINDER, count, integer(plan.tile().rows()));
    whole = nest.declare("whole", binary(BinaryOp.SUBTRACT, to, left));
    // A method of their own: that of single rows is then small enough to be inlined.
    nest.when(binary(BinaryOp.LESS, from, whole), () -> nest.part("Blocks", this::reductions));
    follow(plan.ofSingleRows(predicts));
    singleRows = true;
    reductions();
  }

  private void reductions() {
    List<Axis> outer = new ArrayList<>(node.axes());
    outer.remove(plan.vector());
    outer.remove(plan.row());
    if (plan.beside() != null) {
      outer.remove(plan.beside());
    }
    List<Axis> inside = plan.panels() ? plan.passing(outer) : List.of();
    outer.removeAll(inside);
    around(outer, () -> reductions(inside));
  }

  private void around(List<Axis> axes, Runnable body) {
    if (axes.isEmpty()) {
      body.run();
      return;
    }
    Axis axis = axes.get(0);
    nest.loop(
        axis,
        from(axis),
        to(axis),
        1,
        For.Kind.SERIAL,
        singleRows && axis.isBatch(),
        () -> around(axes.subList(1, axes.size()), body));
  }

  private LoopExpression from(Axis axis) {
    if (axis.isBatch()) {
      return singleRows ? whole : nest.parameter(KernelIntegers.FROM);
    }
    return integer(0);
  }

  private LoopExpression to(Axis axis) {
    return axis.isBatch() ? nest.parameter(KernelIntegers.TO) : nest.extent(axis.extent());
  }

  /** Elementwise work: the last axes as one loop. */
  private void elements(List<Axis> axes, Remainder remainder) {
    Axis last = axes.get(axes.size() - 1);
    for (Axis axis : axes.subList(0, axes.size() - 1)) {
      nest.fix(axis, LoopValue.anywhere(integer(0)));
    }
    LoopExpression to =
        axes.size() == 1 ? nest.extent(last.extent()) : integer((int) CostEstimate.points(axes));
    nest.vectors(last, to, 1, remainder, this::element);
  }

  /**
   * @param inside axes within the loop over vectors, around that over rows
   */
  private void reductions(List<Axis> inside) {
    Axis row = plan.row();
    int rows = plan.tile().rows();
    if (row == null) {
      vectors(plan.single(), () -> tile.add(1, 1, false));
    } else if (row.isBatch()) {
      tiles(() -> around(inside, () -> each(row, from(row), whole, rows, () -> inTile(rows, 1))));
    } else {
      int count = row.extent().bound() - plan.spareRows();
      tiles(
          () ->
              around(
                  inside,
                  () -> beside(beside -> split(row, count, rows, each -> inTile(each, beside)))));
      if (plan.spareRows() > 0) {
        Axis lanes = plan.vector();
        nest.loop(
            row,
            integer(count),
            integer(row.extent().bound()),
            1,
            For.Kind.SERIAL,
            false,
            () ->
                nest.loop(
                    lanes,
                    from(lanes),
                    to(lanes),
                    1,
                    For.Kind.SERIAL,
                    false,
                    () -> tile.add(1, 1, false)));
      }
    }
  }

  /** Tiles of rows, inside of the loop over vectors or around it. */
  private void tiles(Runnable loops) {
    if (plan.panels()) {
      vectors(plan.tile().vectors(), loops);
    } else {
      loops.run();
    }
  }

  private void beside(IntConsumer tiles) {
    if (plan.beside() == null) {
      tiles.accept(1);
    } else {
      split(plan.beside(), plan.beside().extent().bound(), plan.tile().beside(), tiles);
    }
  }

  /** As many rows at a time as there are in a tile, then those that are left. */
  private void split(Axis row, int count, int rows, IntConsumer tile) {
    int left = count % rows;
    each(row, integer(0), integer(count - left), rows, () -> tile.accept(rows));
    if (left != 0) {
      nest.fix(row, LoopValue.anywhere(integer(count - left)));
      tile.accept(left);
    }
  }

  private void each(Axis row, LoopExpression from, LoopExpression to, int rows, Runnable tile) {
    nest.loop(row, from, to, rows, For.Kind.SERIAL, true, tile);
  }

  /** So many rows: a method of its own adds up, then comes what follows the sums. */
  private void inTile(int rows, int beside) {
    Runnable all =
        () -> {
          Runnable sums = () -> tile.add(rows, beside, plan.epilogue());
          if (singleRows) {
            sums.run();
          } else {
            nest.part("Tile", sums);
          }
          if (plan.epilogue()) {
            tile.epilogue(rows);
          }
        };
    if (plan.panels()) {
      all.run();
    } else {
      vectors(plan.tile().vectors(), all);
    }
  }

  private void vectors(int count, Runnable body) {
    nest.vectors(plan.vector(), nest.extent(plan.vector().extent()), count, plan.remainder(), body);
  }

  private void element() {
    LoopExpression place = expressions.position(target, Scalars.indices(node.axes()));
    Kernel.Buffer result = nest.buffer(target.slot(), Nest.TARGET);
    expressions.expect(List.of(node.body()));
    nest.add(new LoopStatement.Store(result, place, expressions.lower(node.body())));
  }

  private static LoopExpression binary(BinaryOp op, LoopExpression left, LoopExpression right) {
    return new LoopExpression.Binary(op, left, right);
  }

  private static Literal integer(int value) {
    return new Literal(ElementType.INT, value);
  }
}
