package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Slot;
import dev.nutshell.processor.loop.sequence.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A kernel under construction: its parameters, its names, and the scope that is open. */
final class Nest {
  private static final List<String> ROWS =
      List.of(KernelIntegers.FROM, KernelIntegers.TO, KernelIntegers.ROWS, KernelIntegers.CHUNK);

  /** What the buffer of the result is called. */
  static final String TARGET = "y";

  private static final LoopStatement.Block NOTHING = new LoopStatement.Block(List.of());

  private final Compute node;
  private final Map<Node, Location> locations;
  private final Map<Axis, Local> steps;
  private final Names names = new Names();
  private final Map<Slot, Kernel.Buffer> buffers = new LinkedHashMap<>();
  private final Map<Integer, Local> integers = new TreeMap<>();
  private final List<String> order = new ArrayList<>(ROWS);
  private final Map<Axis, LoopValue> axes = new HashMap<>();
  private final Map<Axis, String> axisNames = new HashMap<>();
  private Scope scope = Scope.root();
  private boolean random;

  /**
   * @param node what the kernel computes
   * @param locations of the nodes that may be read
   * @param steps the loops around the kernel
   */
  Nest(Compute node, Map<Node, Location> locations, Map<Axis, Local> steps) {
    this.node = node;
    this.locations = locations;
    this.steps = steps;
    ROWS.forEach(names::reserve);
    names.reserve(LoopStatement.Vectors.LANE.name());
    steps.values().forEach(step -> names.reserve(step.name()));
    node.shape().forEach(this::reserveLength);
    reserveLengths(node.body());
  }

  /** What may become a parameter is called so from the beginning. */
  private void reserveLengths(Scalar scalar) {
    if (scalar instanceof Scalar.Reduce reduce) {
      reduce.axes().forEach(axis -> reserveLength(axis.extent()));
    } else if (scalar instanceof Scalar.ExtentValue value) {
      reserveLength(value.extent());
    }
    scalar.children().forEach(this::reserveLengths);
  }

  private void reserveLength(Extent extent) {
    if (extent instanceof Extent.Bounded bounded) {
      names.reserve(KernelIntegers.length(bounded));
    }
  }

  /** What the kernel computes. */
  Compute node() {
    return node;
  }

  Location location(Node node) {
    return locations.get(node);
  }

  Scope scope() {
    return scope;
  }

  /** What an axis stands for here. */
  LoopValue axis(Axis axis) {
    if (steps.containsKey(axis)) {
      return LoopValue.anywhere(parameter(steps.get(axis).name()));
    }
    LoopValue value = axes.get(axis);
    if (value == null) {
      throw new IllegalStateException("there is no loop over " + axis);
    }
    return value;
  }

  /** Lets an axis stand for a value, where there is no loop over it. */
  void fix(Axis axis, LoopValue value) {
    name(axis);
    axes.put(axis, value);
  }

  /** What the kernel calls an axis. */
  String name(Axis axis) {
    return steps.containsKey(axis)
        ? steps.get(axis).name()
        : axisNames.computeIfAbsent(axis, key -> names.take(key.name()));
  }

  /** An int parameter of the kernel. */
  Local parameter(String name) {
    int place = order.indexOf(name);
    if (place < 0) {
      place = order.size();
      order.add(name);
      names.reserve(name);
    }
    return integers.computeIfAbsent(place, key -> new Local(name, ElementType.INT));
  }

  /** The length of an axis. */
  LoopExpression extent(Extent extent) {
    if (extent instanceof Extent.Fixed fixed) {
      return new Literal(ElementType.INT, fixed.size());
    }
    return parameter(
        extent instanceof Extent.Bounded bounded
            ? KernelIntegers.length(bounded)
            : KernelIntegers.ROWS);
  }

  /** The parameter through which a node's memory is reached. */
  Kernel.Buffer buffer(Node node) {
    String hint =
        node instanceof Variable ? node.name().substring(node.name().lastIndexOf('.') + 1) : "x";
    return buffer(location(node).slot(), hint);
  }

  Kernel.Buffer buffer(Slot slot, String hint) {
    return buffers.computeIfAbsent(
        slot, key -> new Kernel.Buffer(names.take(hint), key.type(), key.area() == Area.SCRATCH));
  }

  void drawsNumbers() {
    random = true;
  }

  void add(LoopStatement statement) {
    scope.add(statement);
  }

  /** A new local variable in the scope that is open. */
  Local declare(String hint, LoopExpression value) {
    return declare(scope, hint, value);
  }

  private Local declare(Scope where, String hint, LoopExpression value) {
    Local local = new Local(names.take(hint), value.type());
    where.add(new LoopStatement.Declare(local, value));
    return local;
  }

  /** Gives a value a name, in the outermost scope where it can have one. */
  LoopValue name(String hint, LoopValue value) {
    boolean mayBeVector = value.expression().type() != ElementType.INT;
    Scope where =
        scope.at(mayBeVector ? Math.max(value.depth(), scope.partDepth()) : value.depth());
    return new LoopValue(declare(where, hint, value.expression()), where.depth());
  }

  /**
   * A loop over an axis; {@code conditional} if it may have no iterations while its surroundings
   * are valid.
   */
  void loop(
      Axis axis,
      LoopExpression from,
      LoopExpression to,
      int step,
      For.Kind kind,
      boolean conditional,
      Runnable body) {
    loop(axis, conditional, body, (index, block) -> new For(index, from, to, step, kind, block));
  }

  /** A loop over an axis whose iterations are joined in {@code sum} in stripes. */
  void striped(Axis axis, int count, BinaryOp join, Literal start, Local sum, Runnable body) {
    loop(
        axis,
        false,
        body,
        (index, block) -> new LoopStatement.Striped(index, count, join, start, sum, false, block));
  }

  private void loop(
      Axis axis,
      boolean conditional,
      Runnable body,
      BiFunction<Local, LoopStatement.Block, LoopStatement> statement) {
    Scope outer = scope;
    boolean again = axisNames.containsKey(axis);
    String name = again ? names.take(axis.name()) : name(axis);
    Local index = new Local(name, ElementType.INT);
    scope = outer.inner(conditional);
    axes.put(axis, new LoopValue(index, scope.depth()));
    body.run();
    outer.add(statement.apply(index, scope.block()));
    axes.remove(axis);
    scope = outer;
  }

  /**
   * A loop whose iterations become lanes of vectors.
   *
   * @param vectors how many run together
   */
  void vectors(
      Axis axis,
      LoopExpression to,
      int vectors,
      LoopStatement.Vectors.Remainder remainder,
      Runnable body) {
    loop(
        axis,
        false,
        body,
        (index, block) -> new LoopStatement.Vectors(index, to, vectors, remainder, block));
  }

  /** What {@code body} adds is to run under a condition. */
  void when(LoopExpression condition, Runnable body) {
    LoopStatement.Block then = apart(body);
    scope.add(new LoopStatement.If(condition, then, NOTHING));
  }

  /** What {@code body} adds becomes a part of its own, which makes its vectors itself. */
  void part(String name, Runnable body) {
    Scope outer = scope;
    scope = outer.part();
    body.run();
    outer.add(new LoopStatement.Part(name, scope.block()));
    scope = outer;
  }

  /** What {@code body} adds, in a scope of its own that may not be entered. */
  LoopStatement.Block apart(Runnable body) {
    Scope outer = scope;
    scope = outer.inner(true);
    body.run();
    LoopStatement.Block block = scope.block();
    scope = outer;
    return block;
  }

  /** Adds statements to a scope around the open one. */
  void outside(int depth, Runnable body) {
    Scope inner = scope;
    scope = inner.at(depth);
    body.run();
    scope = inner;
  }

  /** The finished kernel of a task. */
  Lowered lowered(Task.Evaluate task) {
    return lowered(task, List.of());
  }

  /**
   * The finished kernel of a task.
   *
   * @param remarks further lines of its comment
   */
  Lowered lowered(Task.Evaluate task, List<String> remarks) {
    Compute node = task.node();
    Kernel.Buffer target = buffer(task.target().slot(), TARGET);
    List<String> comment = new ArrayList<>(Equation.of(node, target.name(), this));
    comment.addAll(remarks);
    return new Lowered(
        new Kernel(
            node.name(),
            comment,
            List.copyOf(buffers.values()),
            List.copyOf(integers.values()),
            random,
            scope.block()),
        List.copyOf(buffers.keySet()));
  }
}
