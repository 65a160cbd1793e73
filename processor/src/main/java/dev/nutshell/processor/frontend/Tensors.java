package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns expressions into nodes in normal form, and nodes into values. */
final class Tensors {
  static final DiagnosticKind INT_RANGE =
      DiagnosticKind.error(
          "NUT3024", "{0} is not an int: ints reach from -2147483648 to 2147483647", "");

  private final Context context;

  /** Reductions that have nodes already; a mean and a variance may share theirs. */
  private final Map<Scalar, Node> lifted = new HashMap<>();

  Tensors(Context context) {
    this.context = context;
  }

  /** The value that a node holds. */
  static TensorValue of(Node node) {
    List<Extent> dimensions =
        node.isBatched() ? node.shape().subList(1, node.rank()) : node.shape();
    return new TensorValue(
        node.type().read(),
        dimensions,
        indices -> {
          List<Scalar> all = new ArrayList<>();
          if (node.isBatched()) {
            all.add(Scalars.index(Context.BATCH));
          }
          all.addAll(indices);
          return Scalars.read(node, all);
        },
        Optional.of(node));
  }

  /** The tensor of rank 1 that holds some constants of one type. */
  static TensorValue vector(List<Scalar> constants) {
    return new TensorValue(
        constants.get(0).type(),
        List.of(Extent.of(constants.size())),
        indices -> choose(constants, 0, constants.size(), indices.get(0)),
        Optional.empty());
  }

  /** By halves, so that the expression is not deep. */
  private static Scalar choose(List<Scalar> constants, int from, int to, Scalar index) {
    if (to - from == 1) {
      return constants.get(from);
    }
    int middle = (from + to) / 2;
    return Scalars.select(
        Scalars.less(index, Scalars.integer(middle)),
        choose(constants, from, middle, index),
        choose(constants, middle, to, index));
  }

  /**
   * Computes a value once, in a node of its own, unless it is the same number everywhere, or
   * mentions axes that are open: then it stays an expression.
   */
  Value force(Value value, String name, Span span) {
    if (!(value instanceof TensorValue tensor) || tensor.node().isPresent()) {
      return value;
    }
    if (tensor.rank() == 0) {
      Optional<Value> constant = Value.ofConstant(tensor.scalar());
      if (constant.isPresent()) {
        return constant.get();
      }
    }
    List<Axis> axes = axes(tensor.dimensions());
    Scalar body = tensor.at(Scalars.indices(axes));
    boolean plain = body instanceof Scalar.Constant || body instanceof Scalar.ExtentValue;
    if (plain || mentionsOpenAxes(body)) {
      return value;
    }
    return of(compute(name, axes, body, false, span));
  }

  /** A node for a value, whatever it is; numbers become nodes of rank 0. */
  Node node(TensorValue tensor, String name, boolean batched, Span span) {
    if (tensor.node().isPresent() && (!batched || tensor.node().get().isBatched())) {
      return tensor.node().get();
    }
    List<Axis> axes = axes(tensor.dimensions());
    return compute(name, axes, tensor.at(Scalars.indices(axes)), batched, span);
  }

  boolean mentionsOpenAxes(Scalar scalar) {
    Set<Axis> free = Scalars.freeAxes(scalar);
    return context.openAxes.stream().anyMatch(axis -> axis != Context.BATCH && free.contains(axis));
  }

  /** New axes for some dimensions. */
  static List<Axis> axes(List<Extent> dimensions) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      axes.add(new Axis(name(i, dimensions.size()), dimensions.get(i)));
    }
    return axes;
  }

  private static String name(int position, int rank) {
    return rank <= 6 ? String.valueOf((char) ('i' + position)) : "i" + position;
  }

  /**
   * A node over the batch (if the body mentions it, or {@code batched} asks for it) and {@code
   * axes}. Reductions that are not the whole of the body become nodes of their own.
   */
  Node compute(String name, List<Axis> axes, Scalar body, boolean batched, Span span) {
    checkInts(body, span);
    boolean hasBatch = batched || Scalars.freeAxes(body).contains(Context.BATCH);
    List<Axis> all = new ArrayList<>();
    Map<Axis, Scalar> renaming = new LinkedHashMap<>();
    if (hasBatch) {
      Axis batch = Context.BATCH.copy();
      all.add(batch);
      renaming.put(Context.BATCH, Scalars.index(batch));
    }
    for (Axis axis : axes) {
      Axis own = axis.copy();
      all.add(own);
      renaming.put(axis, Scalars.index(own));
    }
    Scalar normal = normalize(name, body, axes, span);
    Scalar placed =
        Scalars.rewrite(
            Scalars.substitute(freshen(normal), renaming),
            part -> hasBatch ? drawBySample(part, all.get(0)) : part);
    Compute node = new Compute(name, all, placed, span);
    if (context.metric != null) {
      context.madeForMetrics.add(node);
    }
    return node;
  }

  /** Compile-time ints are exact; those that reach a network are ints of Java. */
  private void checkInts(Scalar scalar, Span span) {
    if (scalar instanceof Scalar.Constant constant
        && constant.type() == ElementType.INT
        && constant.value() != (int) constant.value()) {
      throw context.error(INT_RANGE, span, ScalarText.of(scalar));
    }
    scalar.children().forEach(child -> checkInts(child, span));
  }

  /** Random numbers of a tensor with samples differ from sample to sample. */
  private static Scalar drawBySample(Scalar part, Axis batch) {
    return part instanceof Scalar.Random random && Scalars.isConstant(random.row(), 0)
        ? new Scalar.Random(random.stream(), Scalars.index(batch), random.element())
        : part;
  }

  /** A reduction's own axes are new in each node, too. */
  private static Scalar freshen(Scalar scalar) {
    if (!(scalar instanceof Scalar.Reduce reduce)) {
      return scalar;
    }
    Map<Axis, Scalar> renaming = new LinkedHashMap<>();
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : reduce.axes()) {
      Axis own = axis.copy();
      axes.add(own);
      renaming.put(axis, Scalars.index(own));
    }
    return Scalars.reduce(
        reduce.op(),
        axes,
        reduce.guards().stream().map(guard -> Scalars.substitute(guard, renaming)).toList(),
        Scalars.substitute(reduce.body(), renaming));
  }

  private Scalar normalize(String name, Scalar body, List<Axis> order, Span span) {
    if (body instanceof Scalar.Reduce reduce) {
      List<Axis> inner = new ArrayList<>(order);
      inner.addAll(reduce.axes());
      return Scalars.reduce(
          reduce.op(),
          reduce.axes(),
          reduce.guards().stream().map(guard -> lift(name, guard, inner, span)).toList(),
          lift(name, reduce.body(), inner, span));
    }
    return lift(name, body, order, span);
  }

  /** Replaces every reduction by a read of a node that computes it over the axes it depends on. */
  private Scalar lift(String name, Scalar scalar, List<Axis> order, Span span) {
    if (!(scalar instanceof Scalar.Reduce)) {
      return Scalars.rebuild(scalar, child -> lift(name, child, order, span));
    }
    Set<Axis> free = Scalars.freeAxes(scalar);
    List<Axis> axes =
        order.stream().filter(free::contains).filter(axis -> !axis.isBatch()).toList();
    Optional<Axis> batch = free.stream().filter(Axis::isBatch).findFirst();
    Scalar alone =
        batch.isPresent()
            ? Scalars.substitute(scalar, Map.of(batch.get(), Scalars.index(Context.BATCH)))
            : scalar;
    Node node =
        lifted.computeIfAbsent(
            alone, key -> compute(name + "." + operator(key), axes, key, false, span));
    List<Scalar> indices = new ArrayList<>();
    batch.ifPresent(axis -> indices.add(Scalars.index(axis)));
    indices.addAll(Scalars.indices(axes));
    return Scalars.read(node, indices);
  }

  private static String operator(Scalar scalar) {
    return ((Scalar.Reduce) scalar).op().name().toLowerCase(Locale.ROOT);
  }
}
