package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reductions as loops: the points in row-major order, joined in local variables. */
final class Reductions {
  private final Nest nest;
  private final Expressions expressions;
  private final Map<Axis, Integer> counts = new HashMap<>();
  private boolean wholeBatch;
  private boolean twoLoops;

  Reductions(Nest nest, Expressions expressions) {
    this.nest = nest;
    this.expressions = expressions;
  }

  /** Lets reductions over the batch take all rows, instead of those of a chunk. */
  void overWholeBatch() {
    wholeBatch = true;
  }

  /**
   * Lets no more than two loops stand in one another where that is possible: HotSpot keeps vectors
   * in registers through two of them, but not always through three.
   */
  void inTwoLoops() {
    twoLoops = true;
  }

  /** Computes a reduction in the outermost scope that knows what it reads. */
  LoopValue reduce(Reduce reduce) {
    int depth = 0;
    for (Axis axis : Scalars.freeAxes(reduce)) {
      depth = Math.max(depth, nest.axis(axis).depth());
    }
    nest.outside(depth, () -> together(List.of(reduce)));
    return nest.scope().value(reduce);
  }

  /**
   * Computes reductions that differ in their bodies alone in one nest, in the scope that is open,
   * where their values are known from then on.
   */
  void together(List<Reduce> lanes) {
    List<Accumulator> accumulators =
        lanes.stream().map(lane -> new Accumulator(nest, lane)).toList();
    Reduce first = lanes.get(0);
    List<Axis> loops = loops(first, lanes);
    Axis last = loops.isEmpty() ? null : loops.get(loops.size() - 1);
    int count = last == null ? 0 : counts.getOrDefault(last, last.extent().bound());
    if (lanes.size() == 1 && Stripes.apply(first, loops, count, nest)) {
      Accumulator sum = accumulators.get(0);
      sum.striped(last, count, expressions);
      nest.scope().remember(first, new LoopValue(sum.result(), nest.scope().depth()));
      return;
    }
    points(
        loops,
        Scalars.conjuncts(first.guards()),
        () -> {
          for (int lane = 0; lane < lanes.size(); lane++) {
            accumulators.get(lane).take(expressions);
          }
        });
    for (int lane = 0; lane < lanes.size(); lane++) {
      LoopValue value = new LoopValue(accumulators.get(lane).result(), nest.scope().depth());
      nest.scope().remember(lanes.get(lane), value);
    }
  }

  /**
   * Computes reductions of the same few points without loops, so that these share what they read.
   */
  void writtenOut(List<Reduce> lanes) {
    List<Accumulator> accumulators =
        lanes.stream().map(lane -> new Accumulator(nest, lane)).toList();
    List<List<Scalar>> bodies = new ArrayList<>();
    for (Map<Axis, Scalar> point : points(lanes.get(0).axes())) {
      bodies.add(lanes.stream().map(lane -> Scalars.substitute(lane.body(), point)).toList());
    }
    bodies.forEach(expressions::expectToo);
    for (List<Scalar> point : bodies) {
      for (int lane = 0; lane < lanes.size(); lane++) {
        accumulators.get(lane).take(point.get(lane), expressions);
      }
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      LoopValue value = new LoopValue(accumulators.get(lane).result(), nest.scope().depth());
      nest.scope().remember(lanes.get(lane), value);
    }
  }

  /** All points of axes of fixed lengths, in row-major order. */
  private static List<Map<Axis, Scalar>> points(List<Axis> axes) {
    List<Map<Axis, Scalar>> points = List.of(Map.of());
    for (Axis axis : axes) {
      List<Map<Axis, Scalar>> longer = new ArrayList<>();
      for (Map<Axis, Scalar> point : points) {
        for (int k = 0; k < axis.extent().bound(); k++) {
          Map<Axis, Scalar> next = new HashMap<>(point);
          next.put(axis, Scalars.integer(k));
          longer.add(next);
        }
      }
      points = longer;
    }
    return points;
  }

  /**
   * The axes that loops run over: one over the last of neighbouring axes may count through the
   * others too, which then stand at 0.
   */
  List<Axis> loops(Reduce first, List<Reduce> lanes) {
    List<Axis> loops = new ArrayList<>();
    Axis outer = null;
    for (Axis axis : first.axes()) {
      if (axis.extent().equals(Extent.of(1))) {
        nest.fix(axis, LoopValue.anywhere(new LoopExpression.Literal(ElementType.INT, 0)));
        continue;
      }
      if (outer != null && merge(first, lanes, outer, axis)) {
        nest.fix(outer, LoopValue.anywhere(new LoopExpression.Literal(ElementType.INT, 0)));
        counts.put(
            axis, counts.getOrDefault(outer, outer.extent().bound()) * axis.extent().bound());
        loops.remove(outer);
      }
      loops.add(axis);
      outer = axis;
    }
    return loops;
  }

  /** How often the loop over one of {@link #loops} runs. */
  int count(Axis axis) {
    return counts.getOrDefault(axis, axis.extent().bound());
  }

  private boolean merge(Reduce first, List<Reduce> lanes, Axis outer, Axis inner) {
    return !first.op().isIndex()
        && first.guards().stream()
            .noneMatch(guard -> Scalars.mentions(guard, outer) || Scalars.mentions(guard, inner))
        && lanes.stream().allMatch(lane -> AxisMerging.merges(nest, lane.body(), outer, inner));
  }

  /** Runs {@code body} at all points of axes where guards hold, in row-major order. */
  void points(List<Axis> axes, List<Scalar> guards, Runnable body) {
    List<Scalar> decided = new ArrayList<>();
    List<Scalar> later = new ArrayList<>();
    for (Scalar guard : guards) {
      boolean open = axes.stream().anyMatch(axis -> Scalars.mentions(guard, axis));
      (open ? later : decided).add(guard);
    }
    if (!decided.isEmpty()) {
      guarded(decided, () -> points(axes, later, body));
    } else if (axes.isEmpty()) {
      body.run();
    } else if (twoLoops && axes.size() > 2 && later.isEmpty() && canCount(axes)) {
      Axis last = axes.get(axes.size() - 1);
      counted(axes.subList(0, axes.size() - 1), () -> loop(last, List.of(), List.of(), body));
    } else {
      loop(axes.get(0), axes.subList(1, axes.size()), later, body);
    }
  }

  private boolean canCount(List<Axis> axes) {
    return axes.subList(0, axes.size() - 1).stream()
        .allMatch(
            axis ->
                !counts.containsKey(axis)
                    && (axis.extent() instanceof Extent.Fixed
                        || (axis.isBatch() && !wholeBatch && axis.equals(axes.get(0)))));
  }

  /** One loop over all points of axes, from whose number the indices follow. */
  private void counted(List<Axis> axes, Runnable body) {
    Axis first = axes.get(0);
    int inner = 1;
    for (Axis axis : axes.subList(1, axes.size())) {
      inner *= axis.extent().bound();
    }
    LoopExpression from = new LoopExpression.Literal(ElementType.INT, 0);
    LoopExpression to = new LoopExpression.Literal(ElementType.INT, inner * first.extent().bound());
    if (first.isBatch()) {
      LoopExpression size = new LoopExpression.Literal(ElementType.INT, inner);
      from = product(nest.parameter(KernelIntegers.FROM), size);
      to = product(nest.parameter(KernelIntegers.TO), size);
    }
    int bound = first.isBatch() ? Integer.MAX_VALUE : inner * first.extent().bound();
    Axis point = new Axis("point", Extent.of(bound));
    int size = inner;
    nest.loop(
        point,
        from,
        to,
        1,
        For.Kind.SERIAL,
        false,
        () -> {
          Scalar rest = Scalars.index(point);
          int points = size;
          for (Axis axis : axes) {
            Scalar index = Scalars.floorDivide(rest, Scalars.integer(points));
            nest.fix(axis, nest.name(axis.name(), expressions.value(index)));
            rest = Scalars.remainder(rest, Scalars.integer(points));
            int next = axes.indexOf(axis) + 1;
            points = next == axes.size() ? 1 : points / axes.get(next).extent().bound();
          }
          body.run();
        });
  }

  private static LoopExpression product(LoopExpression left, LoopExpression right) {
    return new LoopExpression.Binary(Scalar.BinaryOp.MULTIPLY, left, right);
  }

  /**
   * No length is below 1, but HotSpot does not know: it boxes vectors that are carried round an
   * inner loop which may not run at all, thirty times slower.
   */
  private static LoopExpression atLeastOnce(LoopExpression count) {
    LoopExpression one = new LoopExpression.Literal(ElementType.INT, 1);
    return new LoopExpression.Binary(Scalar.BinaryOp.MAX, count, one);
  }

  /** The outermost loop, over the points that meet the guards that it decides. */
  private void loop(Axis axis, List<Axis> rest, List<Scalar> guards, Runnable body) {
    LoopBounds bounds = new LoopBounds(axis);
    List<Scalar> open = new ArrayList<>();
    for (Scalar guard : guards) {
      boolean last = rest.stream().noneMatch(inner -> Scalars.mentions(guard, inner));
      if (axis.isBatch() || !last || !bounds.take(guard)) {
        open.add(guard);
      }
    }
    boolean rows = axis.isBatch() && !wholeBatch;
    LoopExpression from =
        rows ? nest.parameter(KernelIntegers.FROM) : expressions.lower(bounds.from());
    LoopExpression to = rows ? nest.parameter(KernelIntegers.TO) : expressions.lower(bounds.to());
    if (counts.containsKey(axis)) {
      to = new LoopExpression.Literal(ElementType.INT, counts.get(axis));
    } else if (twoLoops && axis.extent() instanceof Extent.Bounded && !bounds.isNarrowed()) {
      to = atLeastOnce(to);
    }
    nest.loop(
        axis,
        from,
        to,
        bounds.step(),
        For.Kind.SERIAL,
        bounds.isNarrowed(),
        () -> points(rest, open, body));
  }

  /**
   * A condition that reads what may be out of range stands inside of those before it, which it
   * relies on.
   */
  private void guarded(List<Scalar> guards, Runnable body) {
    if (guards.isEmpty()) {
      body.run();
      return;
    }
    int together = 1;
    while (together < guards.size() && Expressions.isAlwaysInRange(guards.get(together))) {
      together++;
    }
    LoopExpression condition = expressions.lower(guards.get(0));
    for (Scalar guard : guards.subList(1, together)) {
      condition =
          new LoopExpression.Binary(Scalar.BinaryOp.AND, condition, expressions.lower(guard));
    }
    List<Scalar> rest = guards.subList(together, guards.size());
    nest.when(condition, () -> guarded(rest, body));
  }
}
