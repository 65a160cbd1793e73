package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.Scalars.add;
import static dev.nutshell.processor.graph.Scalars.binary;
import static dev.nutshell.processor.graph.Scalars.integer;
import static dev.nutshell.processor.graph.Scalars.multiply;
import static dev.nutshell.processor.graph.Scalars.real;
import static dev.nutshell.processor.graph.Scalars.subtract;
import static dev.nutshell.processor.graph.Scalars.unary;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random scalar expressions of moderate value and slope, over given axes. */
final class RandomExpressions {
  private final Random random;
  private final RandomScope scope;
  private final List<Axis> axes;

  /** Expressions over {@code axes} and the steps of the scans around. */
  RandomExpressions(Random random, RandomScope scope, List<Axis> axes) {
    this.random = random;
    this.scope = scope;
    this.axes = new ArrayList<>(axes);
    this.axes.addAll(scope.steps());
  }

  /** A floating expression. */
  Scalar value(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> smooth(depth);
      case 4, 5, 6 -> arithmetic(value(depth - 1), value(depth - 1));
      case 7 -> bent(depth);
      case 8 -> Scalars.select(condition(), value(depth - 1), value(depth - 1));
      default -> read().orElseGet(this::leaf);
    };
  }

  /** An element of a node that the axes allow to be read. */
  Optional<Scalar> read() {
    boolean batched = axes.stream().anyMatch(Axis::isBatch);
    Node node = scope.value(random, each -> batched || !each.isBatched());
    return Optional.ofNullable(node).map(this::read);
  }

  /** An element at indices that are in range. */
  Scalar read(Node node) {
    List<Scalar> indices = new ArrayList<>();
    node.shape().forEach(extent -> indices.add(index(extent)));
    return Scalars.read(node, indices);
  }

  private Scalar leaf() {
    if (random.nextInt(8) == 0) {
      Scalar position = whole(5);
      return multiply(Scalars.cast(ElementType.REAL, position), real(0.2));
    }
    return read().orElseGet(() -> real(random.nextInt(5) * 0.25 - 0.5));
  }

  private Scalar smooth(int depth) {
    Scalar x = value(depth - 1);
    Scalar positive = add(multiply(x, x), real(0.5));
    return switch (random.nextInt(12)) {
      case 0 -> unary(UnaryOp.SIN, x);
      case 1 -> unary(UnaryOp.COS, x);
      case 2 -> unary(UnaryOp.ERF, x);
      case 3 -> unary(UnaryOp.LOG, positive);
      case 4 -> unary(UnaryOp.LOG1P, positive);
      case 5 -> unary(UnaryOp.SQRT, positive);
      case 6 -> unary(UnaryOp.EXP, unary(UnaryOp.TANH, x));
      case 7 -> unary(UnaryOp.EXPM1, unary(UnaryOp.SIN, x));
      case 8 -> Scalars.negate(x);
      case 9 -> binary(BinaryOp.POWER, positive, unary(UnaryOp.SIN, value(depth - 1)));
      case 10 -> Scalars.divide(x, positive);
      default -> unary(UnaryOp.TANH, x);
    };
  }

  private Scalar arithmetic(Scalar x, Scalar y) {
    return switch (random.nextInt(4)) {
      case 0 -> add(x, y);
      case 1 -> subtract(x, y);
      default -> multiply(x, y);
    };
  }

  private Scalar bent(int depth) {
    // No kink at the round numbers that constants and masked values are.
    Scalar x = add(value(depth - 1), real(0.0137));
    return switch (random.nextInt(4)) {
      case 0 -> unary(UnaryOp.ABS, x);
      case 1 -> multiply(unary(UnaryOp.SIGN, x), value(depth - 1));
      case 2 -> subtract(x, unary(UnaryOp.FLOOR, x));
      default -> add(x, unary(UnaryOp.STOP_GRADIENT, real(0.5)));
    };
  }

  /** A condition on data, positions, or random numbers. */
  Scalar condition() {
    return switch (random.nextInt(7)) {
      case 0 -> Scalars.less(read().orElseGet(() -> real(0)), real(0.3));
      case 1 -> Scalars.or(Scalars.equal(whole(3), integer(1)), Scalars.less(whole(4), integer(2)));
      case 2 -> Scalars.not(Scalars.lessEqual(whole(4), whole(4)));
      case 3 -> Scalars.less(uniform(), real(0.6));
      case 4 -> Scalars.and(Scalars.lessEqual(integer(1), whole(4)), flag());
      case 5 -> Scalars.not(flag());
      default -> flag();
    };
  }

  private Scalar flag() {
    boolean batched = axes.stream().anyMatch(Axis::isBatch);
    Node node =
        scope.pick(
            random, each -> each.type() == ElementType.BOOL && (batched || !each.isBatched()));
    return node == null ? Scalars.less(whole(3), integer(2)) : read(node);
  }

  /** A random number of its own for each row and each point of the other axes. */
  private Scalar uniform() {
    List<Axis> elements = axes.stream().filter(axis -> !axis.isBatch()).toList();
    Scalar row =
        axes.stream().filter(Axis::isBatch).findFirst().map(Scalars::index).orElse(integer(0));
    return new Scalar.Random(random.nextInt(100), row, Scalars.position(elements));
  }

  /** An integer below a bound. */
  private Scalar whole(int bound) {
    return index(Extent.of(bound));
  }

  /** An index in range of an axis of this length. */
  private Scalar index(Extent extent) {
    if (!(extent instanceof Extent.Fixed fixed)) {
      return axes.stream()
          .filter(axis -> axis.extent().equals(extent))
          .findFirst()
          .map(Scalars::index)
          .orElse(integer(0));
    }
    int size = fixed.size();
    List<Axis> candidates = axes.stream().filter(axis -> !axis.isBatch()).toList();
    if (candidates.isEmpty() || random.nextInt(8) == 0) {
      return random.nextInt(3) == 0 ? data(size) : integer(random.nextInt(size));
    }
    Axis axis = candidates.get(random.nextInt(candidates.size()));
    Scalar index = Scalars.index(axis);
    int length = axis.extent().bound();
    return switch (random.nextInt(9)) {
      case 0 -> Scalars.remainder(add(multiply(index, integer(3)), integer(1)), integer(size));
      case 1 -> binary(BinaryOp.MIN, add(index, integer(1)), integer(size - 1L));
      case 2 -> binary(BinaryOp.MAX, subtract(integer(size - 1L), index), integer(0));
      case 3 -> Scalars.floorDivide(multiply(index, integer(size)), integer(length));
      case 4 -> data(size);
      default ->
          length <= size
              ? add(index, integer(random.nextInt(size - length + 1)))
              : Scalars.remainder(index, integer(size));
    };
  }

  /** An index that is read from a tensor, brought in range. */
  private Scalar data(int size) {
    boolean batched = axes.stream().anyMatch(Axis::isBatch);
    Node node =
        scope.pick(
            random,
            each -> each.type().read() == ElementType.INT && (batched || !each.isBatched()));
    if (node == null) {
      return integer(0);
    }
    List<Scalar> indices = new ArrayList<>();
    for (Extent extent : node.shape()) {
      indices.add(extent instanceof Extent.Fixed ? integer(0) : index(extent));
    }
    return Scalars.remainder(Scalars.read(node, indices), integer(size));
  }
}
