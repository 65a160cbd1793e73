package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.Scalars.add;
import static dev.nutshell.processor.graph.Scalars.integer;
import static dev.nutshell.processor.graph.Scalars.multiply;
import static dev.nutshell.processor.graph.Scalars.real;
import static dev.nutshell.processor.graph.Scalars.subtract;
import static dev.nutshell.processor.graph.Scalars.unary;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.ReduceOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Adds random nodes to a scope, of every primitive. */
final class RandomNodes {
  static final Extent BOUNDED = new Extent.Bounded("t", 4);

  private final Random random;
  private final RandomScope scope;

  RandomNodes(Random random, RandomScope scope) {
    this.random = random;
    this.scope = scope;
  }

  /** Adds a node, or the outputs of a scan. */
  void grow() {
    switch (random.nextInt(12)) {
      case 0, 1 -> add(contraction());
      case 2 -> add(window());
      case 3 -> add(transposedWindow());
      case 4 -> add(product());
      case 5 -> add(extreme());
      case 6 -> add(position());
      case 7 -> {
        if (scope.steps().size() < 2) {
          scan();
        }
      }
      case 8 -> add(scope.isInScan() ? map(shape(true)) : batchMean());
      case 9 -> reshape();
      default -> add(map(shape(random.nextInt(4) > 0)));
    }
  }

  private void add(Node node) {
    scope.add(node);
  }

  private List<Axis> shape(boolean batched) {
    List<Axis> axes = new ArrayList<>();
    if (batched) {
      axes.add(GraphBuilder.batch());
    }
    int rank = random.nextInt(3);
    for (int k = 0; k < rank; k++) {
      axes.add(axis("ij".substring(k, k + 1)));
    }
    return axes;
  }

  private Axis axis(String name) {
    return random.nextInt(10) == 0
        ? new Axis(name, BOUNDED)
        : GraphBuilder.axis(name, 1 + random.nextInt(4));
  }

  private static Node node(String name, List<Axis> axes, Scalar body) {
    return GraphBuilder.node(name, axes, body);
  }

  private RandomExpressions over(List<Axis> axes) {
    return new RandomExpressions(random, scope, axes);
  }

  private Node map(List<Axis> axes) {
    Scalar body = over(axes).value(1 + random.nextInt(3));
    return node("map", axes, unary(UnaryOp.TANH, body));
  }

  /** A mean over one or two axes of a product, under a condition or none. */
  private Node contraction() {
    List<Axis> axes = shape(random.nextInt(5) > 0);
    List<Axis> over = new ArrayList<>(List.of(axis("k")));
    if (random.nextBoolean()) {
      over.add(axis("l"));
    }
    RandomExpressions expressions = over(join(axes, over));
    List<Scalar> guards = random.nextInt(3) == 0 ? List.of(expressions.condition()) : List.of();
    Scalar product = multiply(expressions.value(1), expressions.value(1));
    long size =
        over.stream().mapToLong(axis -> axis.extent().bound()).reduce(1, Math::multiplyExact);
    Scalar scaled = multiply(product, real(1.5 / size));
    return node("sum", axes, Scalars.reduce(ReduceOp.SUM, over, guards, scaled));
  }

  private static List<Axis> join(List<Axis> first, List<Axis> second) {
    List<Axis> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** A window that moves along the last axis of a node, with stride, dilation and padding. */
  private Node window() {
    Node read = withLastAxis();
    if (read == null) {
      return map(shape(true));
    }
    Axis output = GraphBuilder.axis("i", 1 + random.nextInt(4));
    Axis kernel = GraphBuilder.axis("k", 1 + random.nextInt(3));
    Scalar position =
        subtract(
            Scalars.add(
                multiply(Scalars.index(output), integer(1 + random.nextInt(3))),
                multiply(Scalars.index(kernel), integer(1 + random.nextInt(2)))),
            integer(random.nextInt(3)));
    return sliding("window", read, output, kernel, position, List.of());
  }

  /** A window whose stride is that of the node it reads. */
  private Node transposedWindow() {
    Node read = withLastAxis();
    if (read == null) {
      return map(shape(true));
    }
    Axis output = GraphBuilder.axis("i", 1 + random.nextInt(5));
    Axis kernel = GraphBuilder.axis("k", 1 + random.nextInt(3));
    Scalar stride = integer(1 + random.nextInt(3));
    Scalar reach =
        subtract(
            Scalars.add(Scalars.index(output), integer(random.nextInt(2))), Scalars.index(kernel));
    Scalar whole = Scalars.equal(Scalars.remainder(reach, stride), integer(0));
    Scalar position = Scalars.floorDivide(reach, stride);
    return sliding("transposed", read, output, kernel, position, List.of(whole));
  }

  private Node withLastAxis() {
    return scope.value(
        random,
        node -> node.rank() > 0 && node.shape().get(node.rank() - 1) instanceof Extent.Fixed);
  }

  private Node sliding(
      String name, Node read, Axis output, Axis kernel, Scalar position, List<Scalar> conditions) {
    List<Axis> axes = new ArrayList<>();
    List<Scalar> indices = new ArrayList<>();
    for (Extent extent : read.shape().subList(0, read.rank() - 1)) {
      Axis axis = new Axis(extent instanceof Extent.Batch ? "b" : "c" + axes.size(), extent);
      axes.add(axis);
      indices.add(Scalars.index(axis));
    }
    indices.add(position);
    axes.add(output);
    List<Scalar> guards = new ArrayList<>(conditions);
    guards.addAll(Scalars.inRange(position, read.shape().get(read.rank() - 1), Ranges.NONE));
    Scalar weight = over(join(axes, List.of(kernel))).value(0);
    Scalar element = Scalars.read(read, indices);
    if (random.nextInt(4) == 0) {
      Scalar max = Scalars.reduce(ReduceOp.MAX, List.of(kernel), guards, element);
      return finite(node(name, axes, max), axes);
    }
    Scalar body = multiply(element, weight);
    return node(name, axes, Scalars.reduce(ReduceOp.SUM, List.of(kernel), guards, body));
  }

  /** Zero where there was nothing to choose from. */
  private static Node finite(Node node, List<Axis> like) {
    List<Axis> axes = like.stream().map(Axis::copy).toList();
    Scalar value = Scalars.read(node, Scalars.indices(axes));
    Scalar some = Scalars.less(real(-1e30), value);
    Scalar small = Scalars.less(value, real(1e30));
    return node("finite", axes, Scalars.select(Scalars.and(some, small), value, real(0)));
  }

  private Node product() {
    List<Axis> axes = shape(random.nextInt(5) > 0);
    List<Axis> over = new ArrayList<>(List.of(axis("k")));
    if (random.nextInt(3) == 0) {
      over.add(GraphBuilder.axis("l", 2));
    }
    RandomExpressions expressions = over(join(axes, over));
    List<Scalar> guards = random.nextInt(3) == 0 ? List.of(expressions.condition()) : List.of();
    Scalar factor =
        Scalars.add(real(0.9), multiply(real(0.4), unary(UnaryOp.SIN, expressions.value(1))));
    return node("product", axes, Scalars.reduce(ReduceOp.PRODUCT, over, guards, factor));
  }

  private Node extreme() {
    List<Axis> axes = shape(random.nextInt(5) > 0);
    List<Axis> over = List.of(axis("k"));
    RandomExpressions expressions = over(join(axes, over));
    boolean guarded = random.nextInt(3) == 0;
    List<Scalar> guards = guarded ? List.of(expressions.condition()) : List.of();
    ReduceOp op = random.nextBoolean() ? ReduceOp.MAX : ReduceOp.MIN;
    Node extreme = node("extreme", axes, Scalars.reduce(op, over, guards, expressions.value(1)));
    return guarded ? finite(extreme, axes) : extreme;
  }

  /** An index that others may read by. */
  private Node position() {
    List<Axis> axes = random.nextBoolean() ? List.of(GraphBuilder.batch()) : List.of();
    List<Axis> over = List.of(GraphBuilder.axis("k", 3));
    ReduceOp op = random.nextBoolean() ? ReduceOp.ARGMAX : ReduceOp.ARGMIN;
    Scalar value = over(join(axes, over)).value(1);
    return node("position", axes, Scalars.reduce(op, over, List.of(), value));
  }

  private Node batchMean() {
    List<Axis> axes = shape(false);
    Axis row = GraphBuilder.batch();
    Scalar count = Scalars.cast(ElementType.REAL, Scalars.extent(Extent.BATCH));
    Scalar value = Scalars.divide(over(join(List.of(row), axes)).value(1), count);
    return node("mean", axes, Scalars.reduce(ReduceOp.SUM, List.of(row), List.of(), value));
  }

  private void reshape() {
    Node node =
        scope.value(
            random, each -> each.shape().stream().noneMatch(Extent.Bounded.class::isInstance));
    if (node == null) {
      return;
    }
    int size = (int) node.sampleSize();
    int first = size % 2 == 0 ? 2 : size % 3 == 0 ? 3 : 1;
    List<Extent> shape = new ArrayList<>();
    if (node.isBatched()) {
      shape.add(Extent.BATCH);
    }
    shape.add(Extent.of(first));
    shape.add(Extent.of(size / first));
    add(GraphBuilder.reshape(node, shape.toArray(Extent[]::new)));
  }

  private void scan() {
    Axis step =
        random.nextInt(5) == 0
            ? new Axis("t", BOUNDED)
            : GraphBuilder.axis("t", 1 + random.nextInt(4));
    RandomScope body = scope.inside(step);
    RandomNodes inside = new RandomNodes(random, body);
    List<Carried> begins = new ArrayList<>();
    List<Node> initials = new ArrayList<>();
    int carries = 1 + random.nextInt(3);
    for (int c = 0; c < carries; c++) {
      Node initial = map(shape(random.nextInt(5) > 0));
      Carried begin = new Carried("carry" + c, initial.type(), initial.shape(), GraphBuilder.SPAN);
      initials.add(initial);
      begins.add(begin);
      body.add(begin);
    }
    int size = 1 + random.nextInt(3);
    for (int k = 0; k < size; k++) {
      inside.grow();
    }
    List<Scan.Carry> all = new ArrayList<>();
    for (int c = 0; c < carries; c++) {
      Node next = inside.next(begins.get(c));
      body.add(next);
      all.add(new Scan.Carry(begins.get(c), initials.get(c), next));
    }
    List<Node> values = body.values();
    List<Node> yields = new ArrayList<>(List.of(values.get(values.size() - 1)));
    Node other = values.get(random.nextInt(values.size()));
    if (!yields.contains(other)) {
      yields.add(other);
    }
    Scan scan = new Scan("scan", step, random.nextBoolean(), all, yields);
    for (int k = 0; k < carries + yields.size(); k++) {
      scope.add(new ScanOutput(scan, k));
    }
  }

  /** The next value of a carry, which depends on the last one. */
  private Node next(Carried begin) {
    List<Axis> axes = Term.axesOf(begin);
    Scalar last = Scalars.read(begin, Scalars.indices(axes));
    Scalar change = over(axes).value(2);
    Scalar sum = Scalars.add(multiply(real(0.6), last), change);
    return node("next", axes, unary(UnaryOp.SIN, sum));
  }
}
