package dev.nutshell.processor.graph;

import dev.nutshell.processor.graph.Scalar.Binary;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known about the integers of an expression: the extents of axes, and conditions that hold
 * where it is evaluated.
 */
public final class Ranges {

  /** Only what the extents say. */
  public static final Ranges NONE = new Ranges(Map.of());

  private final Map<Scalar, Interval> known;

  private Ranges(Map<Scalar, Interval> known) {
    this.known = known;
  }

  /** The values that an integer expression can take. */
  public Interval of(Scalar scalar) {
    Interval natural = natural(scalar);
    Interval fact = known.get(scalar);
    return fact == null ? natural : natural.meet(fact);
  }

  private Interval natural(Scalar scalar) {
    if (scalar instanceof Scalar.Constant constant) {
      return Interval.of((long) constant.value());
    }
    if (scalar instanceof Scalar.AxisIndex index) {
      return new Interval(0, index.axis().extent().bound() - 1L);
    }
    if (scalar instanceof Scalar.ExtentValue value) {
      return new Interval(1, value.extent().bound());
    }
    if (scalar instanceof Scalar.Read read) {
      if (read.node() instanceof Compute compute && compute.type() == ElementType.INT) {
        return compute.range();
      }
      return read.node().type() == ElementType.BYTE ? new Interval(0, 255) : Interval.ANY;
    }
    if (scalar instanceof Scalar.Unary unary && unary.op() == UnaryOp.NEGATE) {
      return of(unary.operand()).negate();
    }
    if (scalar instanceof Scalar.Select select) {
      Interval then = assume(select.condition()).of(select.then());
      Interval otherwise = assume(Scalars.not(select.condition())).of(select.otherwise());
      if (then.isEmpty() || otherwise.isEmpty()) {
        return then.isEmpty() ? otherwise : then;
      }
      return then.join(otherwise);
    }
    if (scalar instanceof Scalar.Cast cast && cast.operand().type() == ElementType.BOOL) {
      return new Interval(0, 1);
    }
    if (scalar instanceof Scalar.Reduce reduce && reduce.op().isIndex()) {
      long count = 1;
      for (Axis axis : reduce.axes()) {
        count *= axis.extent().bound();
      }
      return new Interval(0, Math.max(0, count - 1));
    }
    return scalar instanceof Binary binary ? binary(binary) : Interval.ANY;
  }

  private Interval binary(Binary binary) {
    Interval left = of(binary.left());
    Interval right = of(binary.right());
    switch (binary.op()) {
      case ADD -> {
        return left.plus(right);
      }
      case SUBTRACT -> {
        return left.plus(right.negate());
      }
      case MULTIPLY -> {
        return left.times(right);
      }
      case MIN -> {
        return new Interval(Math.min(left.low(), right.low()), Math.min(left.high(), right.high()));
      }
      case MAX -> {
        return new Interval(Math.max(left.low(), right.low()), Math.max(left.high(), right.high()));
      }
      case FLOOR_DIVIDE -> {
        return right.isSingle() && right.low() > 0
            ? new Interval(
                Math.floorDiv(left.low(), right.low()), Math.floorDiv(left.high(), right.low()))
            : Interval.ANY;
      }
      case REMAINDER -> {
        if (right.low() <= 0) {
          return Interval.ANY;
        }
        return left.low() >= 0 && left.high() < right.low()
            ? left
            : new Interval(0, right.high() - 1);
      }
      default -> {
        return Interval.ANY;
      }
    }
  }

  /**
   * Whether a condition always holds; false when that is not known. Where nothing is ever
   * evaluated, every condition does.
   */
  public boolean implies(Scalar condition) {
    if (known.containsKey(Scalars.FALSE)) {
      return true;
    }
    if (known.getOrDefault(condition, Interval.of(0)).low() == 1) {
      return true;
    }
    if (condition instanceof Scalar.Constant constant) {
      return constant.value() != 0;
    }
    if (condition instanceof Scalar.Unary unary && unary.op() == UnaryOp.NOT) {
      return refutes(unary.operand());
    }
    if (condition instanceof Binary binary) {
      if (binary.op() == BinaryOp.AND) {
        return implies(binary.left()) && implies(binary.right());
      }
      if (binary.op() == BinaryOp.OR) {
        return implies(binary.left()) || implies(binary.right());
      }
      if (binary.left().type() == ElementType.INT && binary.op().isPredicate()) {
        Interval difference = difference(binary);
        return switch (binary.op()) {
          case EQUAL -> difference.isSingle() && difference.low() == 0;
          case LESS -> difference.high() < 0 || impliesOfParts(binary);
          case LESS_EQUAL -> difference.high() <= 0 || impliesOfParts(binary);
          default -> false;
        };
      }
    }
    return false;
  }

  /**
   * Whether {@code max(a, b) < c} holds because both of {@code a < c} and {@code b < c} do, or
   * {@code min(a, b) < c} because one of them does: so {@code clamp(i, 0, t - 1)} is below a length
   * {@code t} that is not fixed.
   */
  private boolean impliesOfParts(Binary comparison) {
    if (!(comparison.left() instanceof Binary left)
        || (left.op() != BinaryOp.MIN && left.op() != BinaryOp.MAX)) {
      return false;
    }
    // Not built by Scalars, which would ask the same of every part before it is asked here.
    Scalar first = new Binary(comparison.op(), left.left(), comparison.right());
    Scalar second = new Binary(comparison.op(), left.right(), comparison.right());
    return left.op() == BinaryOp.MAX
        ? implies(first) && implies(second)
        : implies(first) || implies(second);
  }

  /** Whether a condition never holds; false when that is not known. */
  public boolean refutes(Scalar condition) {
    if (known.getOrDefault(condition, Interval.of(1)).high() == 0) {
      return true;
    }
    if (condition instanceof Scalar.Constant constant) {
      return constant.value() == 0;
    }
    if (condition instanceof Scalar.Unary unary && unary.op() == UnaryOp.NOT) {
      return implies(unary.operand());
    }
    if (condition instanceof Binary binary) {
      if (binary.op() == BinaryOp.AND) {
        return refutes(binary.left()) || refutes(binary.right());
      }
      if (binary.op() == BinaryOp.OR) {
        return refutes(binary.left()) && refutes(binary.right());
      }
      if (binary.left().type() == ElementType.INT && binary.op().isPredicate()) {
        Interval difference = difference(binary);
        return switch (binary.op()) {
          case EQUAL -> difference.low() > 0 || difference.high() < 0;
          case LESS -> difference.low() >= 0;
          case LESS_EQUAL -> difference.low() > 0;
          default -> false;
        };
      }
    }
    return false;
  }

  /**
   * The values of {@code left - right}; an index is below the length of its axis, also where that
   * is not fixed.
   */
  private Interval difference(Binary comparison) {
    Affine difference = Affine.of(comparison.left()).plus(Affine.of(comparison.right()), -1);
    Interval apart = of(difference.toScalar());
    Interval paired = Interval.of(0);
    Affine rest = difference;
    for (Scalar length : difference.terms().keySet()) {
      for (Scalar index : difference.terms().keySet()) {
        if (isIndexBelow(index, length)) {
          long count = Math.min(-rest.coefficient(index), rest.coefficient(length));
          long opposite = Math.min(rest.coefficient(index), -rest.coefficient(length));
          long pairs = Math.max(0, count) - Math.max(0, opposite);
          rest = rest.plus(Affine.of(length), -pairs).plus(Affine.of(index), pairs);
          Interval gap = new Interval(1, ((Scalar.ExtentValue) length).extent().bound());
          paired = paired.plus(gap.times(Interval.of(pairs)));
        }
      }
    }
    return apart.meet(paired.plus(of(rest.toScalar())));
  }

  /** Whether {@code index} is an axis, and {@code length} the length of that axis. */
  private static boolean isIndexBelow(Scalar index, Scalar length) {
    return index instanceof Scalar.AxisIndex axis
        && length instanceof Scalar.ExtentValue value
        && axis.axis().extent().equals(value.extent());
  }

  /** These ranges and the knowledge that {@code condition} holds. */
  public Ranges assume(Scalar condition) {
    Map<Scalar, Interval> facts = new LinkedHashMap<>(known);
    List<Scalar> conditions = new ArrayList<>();
    conjuncts(condition, conditions);
    for (Scalar each : conditions) {
      facts.put(each, Interval.of(1));
      if (each instanceof Scalar.Unary unary && unary.op() == UnaryOp.NOT) {
        facts.put(unary.operand(), Interval.of(0));
      } else if (each instanceof Binary binary && binary.left().type() == ElementType.INT) {
        narrow(binary, facts);
      }
    }
    return new Ranges(facts);
  }

  private static void conjuncts(Scalar condition, List<Scalar> into) {
    if (condition instanceof Binary binary && binary.op() == BinaryOp.AND) {
      conjuncts(binary.left(), into);
      conjuncts(binary.right(), into);
    } else if (condition instanceof Scalar.Unary unary
        && unary.op() == UnaryOp.NOT
        && unary.operand() instanceof Binary binary
        && binary.op() == BinaryOp.OR) {
      conjuncts(Scalars.not(binary.left()), into);
      conjuncts(Scalars.not(binary.right()), into);
    } else {
      into.add(condition);
    }
  }

  /** Bounds every atom of {@code left − right} by what the others leave to it. */
  private void narrow(Binary comparison, Map<Scalar, Interval> facts) {
    Affine difference = Affine.of(comparison.left()).plus(Affine.of(comparison.right()), -1);
    bound(difference, comparison.op() == BinaryOp.LESS ? -1 : 0, facts);
    if (comparison.op() == BinaryOp.EQUAL) {
      bound(new Affine(Map.of(), 0).plus(difference, -1), 0, facts);
    }
  }

  /** {@code sum <= limit}. */
  private void bound(Affine sum, long limit, Map<Scalar, Interval> facts) {
    for (Map.Entry<Scalar, Long> term : sum.terms().entrySet()) {
      long least = of(sum.without(term.getKey()).toScalar()).low();
      long rest = limit - least;
      long coefficient = term.getValue();
      Interval bound =
          coefficient > 0
              ? new Interval(Long.MIN_VALUE / 4, Math.floorDiv(rest, coefficient))
              : new Interval(-Math.floorDiv(rest, -coefficient), Long.MAX_VALUE / 4);
      Interval before = facts.getOrDefault(term.getKey(), of(term.getKey()));
      facts.put(term.getKey(), before.meet(bound));
    }
  }
}
