package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.Affine;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.loop.LoopExpression.Literal;
import dev.nutshell.processor.loop.LoopStatement.For;
import dev.nutshell.processor.loop.LoopStatement.Store;
import dev.nutshell.processor.loop.Task.Evaluate;
import java.util.List;
import java.util.Map;

/** The task of computing a node as a kernel. */
final class Lowering {
  private final Compute node;
  private final Location target;
  private final Nest nest;
  private final Expressions expressions;

  private Lowering(Evaluate task, Map<Node, Location> locations) {
    this.node = task.node();
    this.target = task.target();
    this.nest = new Nest(locations, task.steps());
    this.expressions = new Expressions(nest);
  }

  /** A call of the kernel that computes a node. */
  static Program.Call lower(Evaluate task, Map<Node, Location> locations) {
    Lowering lowering = new Lowering(task, locations);
    return lowering.call();
  }

  private Program.Call call() {
    nest.buffer(target.slot(), "y");
    expressions.expect(node.body());
    if (node.isBatched()) {
      expressions.reductions().overWholeBatch();
    }
    points(node.axes());
    return new Program.Call(nest.kernel(node.name(), Equation.of(node)), nest.places());
  }

  private void points(List<Axis> axes) {
    if (axes.isEmpty()) {
      store();
      return;
    }
    Axis axis = axes.get(0);
    List<Axis> rest = axes.subList(1, axes.size());
    LoopExpression from = axis.isBatch() ? nest.parameter("from") : new Literal(ElementType.INT, 0);
    LoopExpression to = axis.isBatch() ? nest.parameter("to") : nest.extent(axis.extent());
    nest.loop(axis, from, to, 1, For.Kind.SERIAL, false, () -> points(rest));
  }

  private void store() {
    LoopExpression value = expressions.lower(node.body());
    Affine position = target.position(Scalars.indices(node.axes()));
    LoopExpression index = expressions.sum(position).expression();
    if (target.slot().area() == Area.PARTIALS) {
      index = inChunk(index);
    }
    nest.add(new Store(nest.buffer(target.slot(), "y"), index, value));
  }

  private LoopExpression inChunk(LoopExpression index) {
    LoopExpression row =
        new LoopExpression.Binary(
            dev.nutshell.processor.graph.Scalar.BinaryOp.MULTIPLY,
            nest.parameter("chunk"),
            new Literal(ElementType.INT, target.slot().rowStride()));
    return new LoopExpression.Binary(dev.nutshell.processor.graph.Scalar.BinaryOp.ADD, row, index);
  }
}
