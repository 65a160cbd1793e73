package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.LoopExpression.Binary;
import dev.nutshell.processor.loop.LoopExpression.Fma;
import dev.nutshell.processor.loop.LoopExpression.Literal;
import dev.nutshell.processor.loop.LoopExpression.Local;
import dev.nutshell.processor.loop.LoopStatement.Assign;
import dev.nutshell.processor.loop.LoopStatement.For;
import java.util.ArrayList;
import java.util.List;

/** Reductions as loops: the points in row-major order, joined in local variables. */
final class Reductions {
  private final Nest nest;
  private final Expressions expressions;
  private boolean wholeBatch;

  Reductions(Nest nest, Expressions expressions) {
    this.nest = nest;
    this.expressions = expressions;
  }

  /** Lets reductions over the batch take all rows, instead of those of a chunk. */
  void overWholeBatch() {
    wholeBatch = true;
  }

  /** Computes a reduction in the outermost scope that knows what it reads. */
  LoopValue reduce(Reduce reduce) {
    int depth = 0;
    for (Axis axis : Scalars.freeAxes(reduce)) {
      depth = Math.max(depth, nest.axis(axis).depth());
    }
    int where = depth;
    LoopValue[] result = new LoopValue[1];
    nest.outside(where, () -> result[0] = new LoopValue(together(List.of(reduce)).get(0), where));
    return result[0];
  }

  /**
   * Computes reductions that differ in their bodies alone in one nest, in the scope that is open.
   *
   * @return their values, in order
   */
  List<LoopExpression> together(List<Reduce> lanes) {
    List<Accumulator> accumulators = lanes.stream().map(lane -> new Accumulator(nest, lane)).toList();
    Reduce first = lanes.get(0);
    points(
        first.axes(),
        new ArrayList<>(first.guards()),
        () -> {
          for (int lane = 0; lane < lanes.size(); lane++) {
            accumulators.get(lane).take(expressions);
          }
        });
    return accumulators.stream().map(Accumulator::result).toList();
  }

  private void points(List<Axis> axes, List<Scalar> guards, Runnable body) {
    if (axes.isEmpty()) {
      guarded(guards, body);
      return;
    }
    Axis axis = axes.get(0);
    List<Axis> rest = axes.subList(1, axes.size());
    boolean rows = axis.isBatch() && !wholeBatch;
    LoopExpression from = rows ? nest.parameter("from") : new Literal(ElementType.INT, 0);
    LoopExpression to = rows ? nest.parameter("to") : nest.extent(axis.extent());
    nest.loop(axis, from, to, 1, For.Kind.SERIAL, false, () -> points(rest, guards, body));
  }

  private void guarded(List<Scalar> guards, Runnable body) {
    if (guards.isEmpty()) {
      body.run();
      return;
    }
    LoopExpression condition = expressions.lower(guards.get(0));
    nest.when(condition, () -> guarded(guards.subList(1, guards.size()), body));
  }
}
