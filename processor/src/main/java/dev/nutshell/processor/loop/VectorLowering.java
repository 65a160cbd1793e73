package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.LoopExpression.Literal;
import dev.nutshell.processor.loop.LoopStatement.For;
import dev.nutshell.processor.loop.LoopStatement.Store;
import dev.nutshell.processor.loop.LoopStatement.Vectors.Remainder;
import dev.nutshell.processor.loop.Task.Evaluate;
import dev.nutshell.processor.pass.CostEstimate;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The task of computing a node as a kernel of loops over vectors, where it has such a form. */
final class VectorLowering {
  private final Compute node;
  private final Location target;
  private final Nest nest;
  private final Expressions expressions;
  private final Slot scratch =
      Slot.fixed(Area.SCRATCH, 0, ElementType.REAL, ScratchPlan.SIZE, 0, 0);
  private VectorPlan plan;

  /** The first row that blocks leave over, once those are done. */
  private LoopExpression whole;

  private final boolean predicts;
  private final Rows rows;
  private boolean singleRows;

  /** Which rows of the batch a kernel computes, where blocks of them run together. */
  private enum Rows {
    ALL,
    BLOCKS,
    SINGLE
  }

  private VectorLowering(
      Evaluate task, Map<Node, Location> locations, boolean predicts, Rows rows) {
    this.node = task.node();
    this.target = task.target();
    this.nest = new Nest(node, locations, task.steps());
    this.expressions = new Expressions(nest);
    this.plan = VectorPlan.of(node, target, nest, predicts);
    this.predicts = predicts;
    this.rows = rows;
  }

  /**
   * Lowers a task: to loops over vectors, or else to those that {@link Lowering} makes.
   *
   * @param singlePrecision whether the numbers of the network are floats
   * @param predicts whether it is for predictions: these have {@link Area#SCRATCH}, and tiles that
   *     are methods; in training, blocks of rows and single rows are kernels of their own instead
   */
  static List<Lowered> of(
      Evaluate task, Map<Node, Location> locations, boolean singlePrecision, boolean predicts) {
    List<Lowered> kernels = new ArrayList<>();
    if (mayRun(task)) {
      VectorLowering first =
          new VectorLowering(task, locations, predicts, predicts ? Rows.ALL : Rows.BLOCKS);
      VectorPlan plan = first.plan;
      boolean runs = first.statements();
      kernels.add(first.lowered(task, plan));
      if (runs && first.whole != null && !predicts) {
        VectorLowering second = new VectorLowering(task, locations, false, Rows.SINGLE);
        second.statements();
        kernels.add(second.lowered(task, plan));
      }
      if (runs
          && kernels.stream().allMatch(each -> hasForms(each.kernel().body(), singlePrecision))) {
        return kernels.stream().map(each -> withStripes(each, singlePrecision)).toList();
      }
    }
    return List.of(withStripes(Lowering.of(task, locations), singlePrecision));
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
    if (statement instanceof LoopStatement.Block block) {
      return new LoopStatement.Block(
          block.statements().stream().map(each -> withStripes(each, singlePrecision)).toList());
    }
    if (statement instanceof For loop) {
      return new For(
          loop.index(),
          loop.from(),
          loop.to(),
          loop.step(),
          loop.kind(),
          withStripes(loop.body(), singlePrecision));
    }
    if (statement instanceof LoopStatement.Part part) {
      return new LoopStatement.Part(withStripes(part.body(), singlePrecision));
    }
    if (statement instanceof LoopStatement.If conditional) {
      return new LoopStatement.If(
          conditional.condition(),
          withStripes(conditional.then(), singlePrecision),
          withStripes(conditional.otherwise(), singlePrecision));
    }
    return statement instanceof LoopStatement.Striped loop
        ? new LoopStatement.Striped(
            loop.index(),
            loop.count(),
            loop.sum(),
            loop.count() % LoopStatement.Striped.STRIPES == 0
                && Lanes.of(loop, singlePrecision) != null,
            loop.body())
        : statement;
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
    if (statement instanceof LoopStatement.Block block) {
      return block.statements().stream().allMatch(each -> hasForms(each, singlePrecision));
    }
    if (statement instanceof For loop) {
      return hasForms(loop.body(), singlePrecision);
    }
    if (statement instanceof LoopStatement.Part part) {
      return hasForms(part.body(), singlePrecision);
    }
    if (statement instanceof LoopStatement.If conditional) {
      return hasForms(conditional.then(), singlePrecision)
          && hasForms(conditional.otherwise(), singlePrecision);
    }
    return !(statement instanceof LoopStatement.Vectors vectors)
        || Lanes.of(vectors, singlePrecision) != null;
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
    if (rows != Rows.SINGLE) {
      // Nothing is to be done where there is no block.
      nest.when(binary(BinaryOp.LESS, from, whole), this::reductions);
    }
    if (rows != Rows.BLOCKS) {
      plan = plan.ofSingleRows(predicts);
      singleRows = true;
      reductions();
    }
  }

  private void reductions() {
    List<Axis> outer = new ArrayList<>(node.axes());
    outer.remove(plan.vector());
    outer.remove(plan.row());
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
    nest.vectors(last, to, 1, remainder, () -> tile(1));
  }

  /**
   * @param inside axes within the loop over vectors, around that over rows
   */
  private void reductions(List<Axis> inside) {
    Axis row = plan.row();
    int rows = plan.tile().rows();
    if (row == null) {
      vectors(plan.single(), () -> tile(1));
    } else if (row.isBatch()) {
      tiles(() -> around(inside, () -> each(row, from(row), whole, rows)));
    } else {
      int count = row.extent().bound() - plan.spareRows();
      tiles(
          () ->
              around(
                  inside,
                  () -> {
                    each(row, integer(0), integer(count - count % rows), rows);
                    rest(row, count, rows);
                  }));
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
                nest.loop(lanes, from(lanes), to(lanes), 1, For.Kind.SERIAL, false, () -> tile(1)));
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

  private void each(Axis row, LoopExpression from, LoopExpression to, int rows) {
    nest.loop(row, from, to, rows, For.Kind.SERIAL, true, () -> inTile(rows));
  }

  private void rest(Axis row, int count, int rows) {
    if (count % rows != 0) {
      nest.fix(row, LoopValue.anywhere(integer(count - count % rows)));
      inTile(count % rows);
    }
  }

  private void inTile(int count) {
    Runnable tile =
        plan.panels() ? () -> tile(count) : () -> vectors(plan.tile().vectors(), () -> tile(count));
    if (predicts && !singleRows) {
      nest.part(tile);
    } else {
      tile.run();
    }
  }

  private void vectors(int count, Runnable body) {
    nest.vectors(plan.vector(), nest.extent(plan.vector().extent()), count, plan.remainder(), body);
  }

  /** The elements of a lane in neighbouring rows: their reductions run in the same loops. */
  private void tile(int rows) {
    List<Map<Axis, Scalar>> shifts = new ArrayList<>();
    for (int k = 0; k < rows; k++) {
      shifts.add(shift(k));
    }
    List<Scalar> bodies =
        shifts.stream().map(shift -> Scalars.substitute(node.body(), shift)).toList();
    expressions.expect(bodies);
    if (plan != null) {
      for (Reduce reduce : plan.reductions()) {
        expressions
            .reductions()
            .together(
                shifts.stream()
                    .map(shift -> (Reduce) Scalars.substitute(reduce, shift))
                    .distinct()
                    .toList());
      }
    }
    boolean epilogue = plan != null && plan.epilogue() && rows > 1;
    for (int k = 0; k < rows; k++) {
      if (epilogue) {
        LoopExpression sum = expressions.lower(reduction(shifts.get(k)));
        nest.add(new Store(scratch(), inScratch(integer(k * plan.scratchRow())), sum));
      } else {
        LoopExpression value = expressions.lower(bodies.get(k));
        nest.add(
            new Store(nest.buffer(target.slot(), Nest.TARGET), position(shifts.get(k)), value));
      }
    }
    if (epilogue) {
      epilogue(rows);
    }
  }

  /** What follows the reductions of a tile, from where they are stored, row by row. */
  private void epilogue(int rows) {
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
  private LoopExpression inScratch(LoopExpression row) {
    return binary(BinaryOp.ADD, row, nest.axis(plan.vector()).expression());
  }

  private Scalar reduction(Map<Axis, Scalar> shift) {
    return Scalars.substitute(plan.reductions().get(0), shift);
  }

  private Map<Axis, Scalar> shift(int distance) {
    return distance == 0 ? Map.of() : shift(Scalars.integer(distance));
  }

  private Map<Axis, Scalar> shift(Scalar distance) {
    return Map.of(plan.row(), Scalars.add(Scalars.index(plan.row()), distance));
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
