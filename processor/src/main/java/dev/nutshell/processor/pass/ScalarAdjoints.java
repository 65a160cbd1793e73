package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.Scalars.add;
import static dev.nutshell.processor.graph.Scalars.divide;
import static dev.nutshell.processor.graph.Scalars.isConstant;
import static dev.nutshell.processor.graph.Scalars.multiply;
import static dev.nutshell.processor.graph.Scalars.negate;
import static dev.nutshell.processor.graph.Scalars.select;
import static dev.nutshell.processor.graph.Scalars.subtract;
import static dev.nutshell.processor.graph.Scalars.unary;

import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Binary;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Read;
import dev.nutshell.processor.graph.Scalar.Unary;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Reverse mode in one scalar expression: what a small change of each element that it reads changes.
 * Equal parts of the expression are one variable. The part of a {@code select} is differentiated by
 * itself and selected as a whole, so that the branch that is not taken is not evaluated backwards
 * either.
 */
final class ScalarAdjoints {
  /** An adjoint of more operations than this is shared rather than repeated in each operand's. */
  private static final int LARGEST_REPEATED = 100;

  private final Predicate<Scalar> active;
  private final UnaryOperator<Scalar> share;
  private final Map<Scalar, Scalar> adjoints = new LinkedHashMap<>();

  private ScalarAdjoints(Predicate<Scalar> active, UnaryOperator<Scalar> share) {
    this.active = active;
    this.share = share;
  }

  /**
   * The adjoints of the elements that an expression reads.
   *
   * @param seed the adjoint of the expression, of its type
   * @param active whether a part of the expression is worth a gradient
   * @param share gives a short expression of the same value as a long one
   */
  static Map<Read, Scalar> of(
      Scalar scalar, Scalar seed, Predicate<Scalar> active, UnaryOperator<Scalar> share) {
    return new ScalarAdjoints(active, share).differentiate(scalar, seed);
  }

  private Map<Read, Scalar> differentiate(Scalar scalar, Scalar seed) {
    List<Scalar> parts = new ArrayList<>();
    order(scalar, parts, new LinkedHashSet<>());
    Map<Read, Scalar> reads = new LinkedHashMap<>();
    adjoints.put(scalar, seed);
    for (int i = parts.size() - 1; i >= 0; i--) {
      Scalar part = parts.get(i);
      Scalar adjoint = adjoints.get(part);
      if (adjoint == null || isConstant(adjoint, 0)) {
        continue;
      }
      if (part instanceof Read read) {
        reads.merge(read, adjoint, Scalars::add);
      } else if (part instanceof Scalar.Select choice) {
        branch(choice, choice.then(), adjoint, reads);
        branch(choice, choice.otherwise(), adjoint, reads);
      } else {
        operands(part, activeOperands(part) > 1 ? shared(adjoint) : adjoint);
      }
    }
    return reads;
  }

  /** The active parts, operands first; branches are parts of their own expressions. */
  private void order(Scalar scalar, List<Scalar> parts, Set<Scalar> seen) {
    if (!active.test(scalar) || !seen.add(scalar)) {
      return;
    }
    if (!(scalar instanceof Scalar.Select) && !(scalar instanceof Read)) {
      scalar.children().forEach(child -> order(child, parts, seen));
    }
    parts.add(scalar);
  }

  private int activeOperands(Scalar scalar) {
    return (int) scalar.children().stream().filter(active).count();
  }

  private Scalar shared(Scalar adjoint) {
    return operations(adjoint) > LARGEST_REPEATED ? share.apply(adjoint) : adjoint;
  }

  private static int operations(Scalar scalar) {
    int count = 1;
    for (Scalar child : scalar.children()) {
      count += operations(child);
    }
    return count;
  }

  private void branch(
      Scalar.Select choice, Scalar branch, Scalar adjoint, Map<Read, Scalar> reads) {
    UnaryOperator<Scalar> shareInBranch = value -> share.apply(taken(choice, branch, value));
    of(branch, adjoint, active, shareInBranch)
        .forEach((read, value) -> reads.merge(read, taken(choice, branch, value), Scalars::add));
  }

  /** The value where the branch is taken; 0 where it is not, and nothing is evaluated. */
  private static Scalar taken(Scalar.Select choice, Scalar branch, Scalar value) {
    Scalar zero = new Scalar.Constant(value.type(), 0);
    Scalar then = branch.equals(choice.then()) ? value : zero;
    Scalar otherwise = branch.equals(choice.otherwise()) ? value : zero;
    return select(choice.condition(), then, otherwise);
  }

  private void accumulate(Scalar operand, Scalar adjoint) {
    if (active.test(operand)) {
      adjoints.merge(operand, adjoint, Scalars::add);
    }
  }

  private void operands(Scalar part, Scalar adjoint) {
    if (part instanceof Unary unary) {
      accumulate(unary.operand(), derivative(unary, adjoint));
    } else if (part instanceof Binary binary) {
      binary(binary, adjoint);
    } else if (part instanceof Scalar.Cast cast) {
      accumulate(cast.operand(), Scalars.cast(cast.operand().type(), adjoint));
    } else {
      throw new IllegalArgumentException("No derivative of " + part);
    }
  }

  /** The adjoint of the operand of {@code y = op(x)}. */
  private static Scalar derivative(Unary y, Scalar adjoint) {
    Scalar x = y.operand();
    return switch (y.op()) {
      case NEGATE -> negate(adjoint);
      case ABS -> multiply(adjoint, unary(UnaryOp.SIGN, x));
      case EXP -> multiply(adjoint, y);
      case EXPM1 -> multiply(adjoint, add(y, number(x, 1)));
      case LOG -> divide(adjoint, x);
      case LOG1P -> divide(adjoint, add(number(x, 1), x));
      case SQRT -> divide(multiply(adjoint, number(x, 0.5)), y);
      case TANH -> multiply(adjoint, subtract(number(x, 1), multiply(y, y)));
      case ERF ->
          multiply(
              multiply(adjoint, number(x, 2 / Math.sqrt(Math.PI))),
              unary(UnaryOp.EXP, negate(multiply(x, x))));
      case SIN -> multiply(adjoint, unary(UnaryOp.COS, x));
      case COS -> negate(multiply(adjoint, unary(UnaryOp.SIN, x)));
      default -> throw new IllegalArgumentException("No derivative of " + y.op());
    };
  }

  private void binary(Binary y, Scalar adjoint) {
    Scalar left = y.left();
    Scalar right = y.right();
    switch (y.op()) {
      case ADD -> {
        accumulate(left, adjoint);
        accumulate(right, adjoint);
      }
      case SUBTRACT -> {
        accumulate(left, adjoint);
        accumulate(right, negate(adjoint));
      }
      case MULTIPLY -> {
        accumulate(left, multiply(adjoint, right));
        accumulate(right, multiply(adjoint, left));
      }
      case DIVIDE -> {
        accumulate(left, divide(adjoint, right));
        accumulate(right, negate(divide(multiply(adjoint, y), right)));
      }
      case POWER -> {
        accumulate(left, multiply(adjoint, powerByBase(left, right)));
        accumulate(right, multiply(adjoint, powerByExponent(y)));
      }
      case MIN -> extremum(left, right, Scalars.less(right, left), adjoint);
      case MAX -> extremum(left, right, Scalars.less(left, right), adjoint);
      default -> throw new IllegalArgumentException("No derivative of " + y.op());
    }
  }

  /** Of equal operands the first one receives the adjoint. */
  private void extremum(Scalar left, Scalar right, Scalar takesRight, Scalar adjoint) {
    accumulate(left, select(takesRight, number(left, 0), adjoint));
    accumulate(right, select(takesRight, adjoint, number(right, 0)));
  }

  /** {@code r · x^(r−1)}; 0 where r is 0, whatever x is. */
  private static Scalar powerByBase(Scalar base, Scalar exponent) {
    Scalar less = subtract(exponent, number(base, 1));
    Scalar slope = multiply(exponent, Scalars.binary(BinaryOp.POWER, base, less));
    Scalar isZero = Scalars.equal(exponent, number(base, 0));
    return select(isZero, number(base, 0), slope);
  }

  /** {@code x^r · log x}; 0 where x is 0. */
  private static Scalar powerByExponent(Binary power) {
    Scalar base = power.left();
    Scalar slope = multiply(power, unary(UnaryOp.LOG, base));
    Scalar isZero = Scalars.equal(base, number(base, 0));
    return select(isZero, number(base, 0), slope);
  }

  private static Scalar number(Scalar like, double value) {
    return new Scalar.Constant(like.type(), value);
  }
}
