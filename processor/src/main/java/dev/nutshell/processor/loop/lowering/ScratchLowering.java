package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.Store;
import dev.nutshell.processor.loop.sequence.CacheLines;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Slot;
import dev.nutshell.processor.loop.sequence.Task.Evaluate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The task of computing a node as kernels of plain loops through {@link Area#SCRATCH}, where it has
 * such a form: see {@link ScratchPlan}.
 *
 * <p>In the area lie the sums of each row, then some rows of the operand. The first lane begins at
 * a line of the cache, and the loop over lanes one element before: HotSpot runs iterations one by
 * one until the next ones begin at a line, at least one.
 */
public final class ScratchLowering {
  private final Compute node;
  private final Location target;
  private final Node scratch;
  private final int first;
  private final Nest nest;
  private final Expressions expressions;
  private final ScratchPlan plan;

  private ScratchLowering(
      Evaluate task, Reduce sum, Map<Node, Location> locations, CacheLines lines) {
    this.node = task.node();
    this.target = task.target();
    this.first = lines.first();
    Axis all = new Axis("lane", Extent.of(ScratchPlan.SIZE));
    this.scratch = new Compute("scratch", List.of(all), Scalars.real(0), node.span());
    Slot slot = Slot.fixed(Area.SCRATCH, 0, ElementType.REAL, ScratchPlan.SIZE, 0, 0);
    Map<Node, Location> known = new HashMap<>(locations);
    known.put(scratch, Location.of(slot, scratch.shape()));
    this.nest = new Nest(node, known, task.steps());
    this.expressions = new Expressions(nest);
    this.plan = ScratchPlan.of(node, sum, target, nest, expressions.reductions());
  }

  /**
   * Lowers a task; empty where it has no such form. Blocks of samples and single samples are
   * kernels of their own, and so are several sums, since HotSpot makes vectors of one such loop in
   * a method: the first sums then lie where the results will be.
   */
  public static List<Lowered> of(Evaluate task, Map<Node, Location> locations, CacheLines lines) {
    Compute node = task.node();
    List<Reduce> reductions = ScratchPlan.reductions(node.body());
    if (reductions.isEmpty() || reductions.stream().anyMatch(each -> each.type() != node.type())) {
      return List.of();
    }
    Reduce sum = reductions.get(0);
    if (reductions.size() == 1) {
      return kernels(task, sum, locations, lines);
    }
    Nest nest = new Nest(node, locations, task.steps());
    if (new Remainders(node, task.target(), nest).mayReplace()) {
      return List.of();
    }
    Compute first = new Compute(node.name(), node.axes(), sum, node.span());
    Scalar known = Scalars.read(first, Scalars.indices(node.axes()));
    Compute rest =
        new Compute(node.name(), node.axes(), replace(node.body(), sum, known), node.span());
    Map<Node, Location> all = new HashMap<>(locations);
    all.put(first, task.target());
    Evaluate begin = new Evaluate(first, task.target(), task.steps());
    Evaluate end = new Evaluate(rest, task.target(), task.steps());
    List<Lowered> sums = kernels(begin, sum, locations, lines);
    List<Lowered> results = sums.isEmpty() ? List.of() : of(end, all, lines);
    if (results.isEmpty()) {
      return List.of();
    }
    List<Lowered> kernels = new ArrayList<>(sums);
    kernels.addAll(results);
    return kernels;
  }

  private static List<Lowered> kernels(
      Evaluate task, Reduce sum, Map<Node, Location> locations, CacheLines lines) {
    ScratchLowering lowering = new ScratchLowering(task, sum, locations, lines);
    if (lowering.plan == null) {
      return List.of();
    }
    List<Lowered> kernels = new ArrayList<>();
    kernels.add(lowering.kernel(task, lowering.plan.rows()));
    if (lowering.plan.row() != null && lowering.plan.row().isBatch()) {
      kernels.add(new ScratchLowering(task, sum, locations, lines).kernel(task, 1));
    }
    return kernels;
  }

  /**
   * A kernel.
   *
   * @param together the rows that run together; of samples, those that fill no block where it is 1
   */
  private Lowered kernel(Evaluate task, int together) {
    nest.buffer(target.slot(), Nest.TARGET);
    nest.buffer(nest.location(scratch).slot(), scratch.name());
    List<Axis> outer = new ArrayList<>(node.axes());
    outer.removeAll(plan.lanes());
    outer.remove(plan.row());
    blocks(begin -> around(outer, () -> rows(together, begin)));
    return nest.lowered(task, List.of(plan.explanation(together)));
  }

  private void around(List<Axis> axes, Runnable body) {
    if (axes.isEmpty()) {
      body.run();
      return;
    }
    Axis axis = axes.get(0);
    LoopExpression from = axis.isBatch() ? nest.parameter(KernelIntegers.FROM) : integer(0);
    LoopExpression to =
        axis.isBatch() ? nest.parameter(KernelIntegers.TO) : nest.extent(axis.extent());
    serial(axis, from, to, 1, () -> around(axes.subList(1, axes.size()), body));
  }

  /** Works on lanes from one of them on. */
  private interface Block {
    void run(Scalar begin);
  }

  /** The lanes that run together, from the lane {@code begin} on. */
  private void blocks(Block body) {
    int lanes = 1;
    for (Axis lane : plan.lanes()) {
      lanes *= lane.extent().bound();
    }
    if (lanes == plan.width()) {
      body.run(Scalars.integer(0));
      return;
    }
    Axis block = new Axis(plan.lastLane().name(), Extent.of(lanes));
    serial(block, integer(0), integer(lanes), plan.width(), () -> body.run(Scalars.index(block)));
  }

  private void rows(int together, Scalar begin) {
    Axis row = plan.row();
    if (row == null) {
      tile(1, begin);
    } else if (!row.isBatch()) {
      serial(row, integer(0), nest.extent(row.extent()), together, () -> tile(together, begin));
    } else {
      LoopExpression from = nest.parameter(KernelIntegers.FROM);
      LoopExpression to = nest.parameter(KernelIntegers.TO);
      LoopExpression left =
          binary(BinaryOp.REMAINDER, binary(BinaryOp.SUBTRACT, to, from), integer(plan.rows()));
      LoopExpression whole = nest.declare("whole", binary(BinaryOp.SUBTRACT, to, left));
      boolean isRest = together == 1;
      nest.loop(
          row,
          isRest ? whole : from,
          isRest ? to : whole,
          together,
          For.Kind.SERIAL,
          true,
          () -> tile(together, begin));
    }
  }

  private void tile(int together, Scalar begin) {
    Axis all = new Axis("j", Extent.of(first + together * plan.stride()));
    lanes(
        all,
        first - 1,
        first + together * plan.stride(),
        () -> store(Scalars.index(all), new Literal(ElementType.REAL, 0)));
    sums(plan.loops(), together, begin);
    Axis lane = new Axis(plan.lastLane().name(), Extent.of(plan.width()));
    lanes(lane, 0, plan.width(), () -> results(lane, together, begin));
  }

  private void sums(List<Axis> loops, int together, Scalar begin) {
    Axis axis = loops.get(0);
    int count = expressions.reductions().count(axis);
    if (loops.size() > 1) {
      serial(
          axis,
          integer(0),
          integer(count),
          1,
          () -> sums(loops.subList(1, loops.size()), together, begin));
      return;
    }
    sums(axis, count, together, begin);
  }

  /** Lets the points of the innermost loop be added to the sums of all lanes. */
  private void sums(Axis axis, int count, int together, Scalar begin) {
    List<Integer> pitches = new ArrayList<>();
    List<LoopStatement.Elements> arrays = new ArrayList<>();
    List<LoopExpression> integers = new ArrayList<>();
    arrays.add(new LoopStatement.Elements(nest.buffer(scratch), integer(0)));
    integers.add(integer(count));
    for (Scalar factor : plan.sum().body().children()) {
      Scalar.Read read = (Scalar.Read) factor;
      Affine position = nest.location(read.node()).position(read.indices());
      int pitch = plan.pitch(read, position.coefficient(Scalars.index(axis)));
      pitches.add(pitch);
      Map<Axis, Scalar> start = lane(begin);
      start.put(axis, Scalars.integer(0));
      Affine from = Affine.of(Scalars.substitute(position.toScalar(), start));
      arrays.add(
          new LoopStatement.Elements(nest.buffer(read.node()), expressions.sum(from).expression()));
      if (pitch == ScratchSums.SHARED) {
        integers.add(distance(position, together == 1 ? null : plan.row()));
      }
      if (pitch <= ScratchSums.SHARED) {
        integers.add(distance(position, axis));
      }
    }
    int points = ScratchPlan.points(count, together);
    ScratchSums sums =
        new ScratchSums(first, plan.width(), plan.stride(), together, points, pitches);
    nest.add(new LoopStatement.Invoke(sums.kernel(), arrays, integers));
  }

  private static LoopExpression distance(Affine position, Axis axis) {
    return integer(axis == null ? 0 : (int) position.coefficient(Scalars.index(axis)));
  }

  /** What the node makes of the sums of a lane. */
  private void results(Axis lane, int together, Scalar begin) {
    List<Map<Axis, Scalar>> shifts = new ArrayList<>();
    List<Scalar> bodies = new ArrayList<>();
    for (int row = 0; row < together; row++) {
      Map<Axis, Scalar> shift = row(row);
      shift.putAll(lane(Scalars.add(begin, Scalars.index(lane))));
      Scalar sum = Scalars.add(Scalars.index(lane), Scalars.integer(first + row * plan.stride()));
      Scalar body = replace(node.body(), plan.sum(), Scalars.read(scratch, List.of(sum)));
      bodies.add(Scalars.substitute(body, shift));
      shifts.add(shift);
    }
    expressions.expect(bodies);
    for (int row = 0; row < together; row++) {
      LoopExpression value = expressions.lower(bodies.get(row));
      List<Scalar> indices = new ArrayList<>();
      for (Scalar index : Scalars.indices(node.axes())) {
        indices.add(Scalars.substitute(index, shifts.get(row)));
      }
      nest.add(
          new Store(
              nest.buffer(target.slot(), Nest.TARGET),
              expressions.position(target, indices),
              value));
    }
  }

  /** What the axes of the lanes stand for at a lane: the last of them counts through all. */
  private Map<Axis, Scalar> lane(Scalar number) {
    Map<Axis, Scalar> values = new HashMap<>();
    plan.lanes().forEach(axis -> values.put(axis, Scalars.integer(0)));
    values.put(plan.lastLane(), number);
    return values;
  }

  /** What the axis of the rows stands for. */
  private Map<Axis, Scalar> row(int distance) {
    Map<Axis, Scalar> values = new HashMap<>();
    if (distance > 0) {
      values.put(plan.row(), Scalars.add(Scalars.index(plan.row()), Scalars.integer(distance)));
    }
    return values;
  }

  /** An expression with another one in the place of a part. */
  static Scalar replace(Scalar scalar, Scalar part, Scalar by) {
    return scalar.equals(part) ? by : Scalars.rebuild(scalar, child -> replace(child, part, by));
  }

  private Kernel.Buffer scratch() {
    return nest.buffer(scratch);
  }

  private void store(Scalar position, LoopExpression value) {
    nest.add(new Store(scratch(), expressions.lower(position), value));
  }

  private void serial(Axis axis, LoopExpression from, LoopExpression to, int step, Runnable body) {
    nest.loop(axis, from, to, step, For.Kind.SERIAL, false, body);
  }

  private void lanes(Axis axis, int from, int to, Runnable body) {
    nest.loop(axis, integer(from), integer(to), 1, For.Kind.VECTOR, false, body);
  }

  private static LoopExpression binary(BinaryOp op, LoopExpression left, LoopExpression right) {
    return new LoopExpression.Binary(op, left, right);
  }

  private static Literal integer(int value) {
    return new Literal(ElementType.INT, value);
  }
}
