package dev.nutshell.processor.graph;

import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.Unary;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An integer expression as a sum of whole multiples of atoms (expressions that are not sums
 * themselves) and a constant: the canonical form of index arithmetic.
 */
public record Affine(Map<Scalar, Long> terms, long constant) {

  /** The canonical form of an integer expression. */
  public static Affine of(Scalar scalar) {
    Map<Scalar, Long> terms = new LinkedHashMap<>();
    long constant = collect(scalar, 1, terms);
    terms.values().removeIf(coefficient -> coefficient == 0);
    return new Affine(terms, constant);
  }

  private static long collect(Scalar scalar, long factor, Map<Scalar, Long> terms) {
    if (scalar instanceof Scalar.Constant constant) {
      return factor * (long) constant.value();
    }
    if (scalar instanceof Unary unary && unary.op() == UnaryOp.NEGATE) {
      return collect(unary.operand(), -factor, terms);
    }
    if (scalar instanceof Scalar.Binary binary) {
      if (binary.op() == BinaryOp.ADD) {
        return collect(binary.left(), factor, terms) + collect(binary.right(), factor, terms);
      }
      if (binary.op() == BinaryOp.SUBTRACT) {
        return collect(binary.left(), factor, terms) + collect(binary.right(), -factor, terms);
      }
      if (binary.op() == BinaryOp.MULTIPLY) {
        if (binary.right() instanceof Scalar.Constant constant) {
          return collect(binary.left(), factor * (long) constant.value(), terms);
        }
        if (binary.left() instanceof Scalar.Constant constant) {
          return collect(binary.right(), factor * (long) constant.value(), terms);
        }
      }
    }
    terms.merge(scalar, factor, Long::sum);
    return 0;
  }

  /** Whether there is nothing but the constant. */
  public boolean isConstant() {
    return terms.isEmpty();
  }

  /** How often the expression counts {@code atom}. */
  public long coefficient(Scalar atom) {
    return terms.getOrDefault(atom, 0L);
  }

  /** The sum of this and {@code factor} times {@code other}. */
  public Affine plus(Affine other, long factor) {
    Map<Scalar, Long> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((atom, coefficient) -> sum.merge(atom, coefficient * factor, Long::sum));
    sum.values().removeIf(coefficient -> coefficient == 0);
    return new Affine(sum, constant + other.constant * factor);
  }

  /**
   * The same value where quotient and remainder of one division meet again: {@code floor_div(x, c)
   * * c + x % c} becomes {@code x}.
   */
  Affine rejoined() {
    for (Map.Entry<Scalar, Long> term : terms.entrySet()) {
      if (term.getKey() instanceof Scalar.Binary remainder
          && remainder.op() == BinaryOp.REMAINDER
          && remainder.right() instanceof Scalar.Constant divisor) {
        Scalar quotient = new Scalar.Binary(BinaryOp.FLOOR_DIVIDE, remainder.left(), divisor);
        long factor = term.getValue();
        if (coefficient(quotient) == factor * (long) divisor.value()) {
          return without(remainder)
              .without(quotient)
              .plus(Affine.of(remainder.left()), factor)
              .rejoined();
        }
      }
    }
    return this;
  }

  /** The expression without {@code atom}. */
  public Affine without(Scalar atom) {
    Map<Scalar, Long> rest = new LinkedHashMap<>(terms);
    rest.remove(atom);
    return new Affine(rest, constant);
  }

  /** The part of the terms and of the constant that {@code divisor} divides, divided by it. */
  Affine quotient(long divisor) {
    Map<Scalar, Long> whole = new LinkedHashMap<>();
    terms.forEach(
        (atom, coefficient) -> {
          if (coefficient % divisor == 0) {
            whole.put(atom, coefficient / divisor);
          }
        });
    return new Affine(whole, Math.floorDiv(constant, divisor));
  }

  /** Back to an expression: what is added comes first, then what is subtracted. */
  public Scalar toScalar() {
    Scalar sum = null;
    for (Map.Entry<Scalar, Long> term : terms.entrySet()) {
      if (term.getValue() > 0) {
        Scalar product = product(term.getKey(), term.getValue());
        sum = sum == null ? product : new Scalar.Binary(BinaryOp.ADD, sum, product);
      }
    }
    boolean leads = sum == null && (constant > 0 || terms.isEmpty());
    if (leads) {
      sum = Scalars.integer(constant);
    }
    for (Map.Entry<Scalar, Long> term : terms.entrySet()) {
      if (term.getValue() < 0) {
        sum =
            sum == null
                ? product(term.getKey(), term.getValue())
                : new Scalar.Binary(
                    BinaryOp.SUBTRACT, sum, product(term.getKey(), -term.getValue()));
      }
    }
    if (leads || constant == 0) {
      return sum;
    }
    return constant > 0
        ? new Scalar.Binary(BinaryOp.ADD, sum, Scalars.integer(constant))
        : new Scalar.Binary(BinaryOp.SUBTRACT, sum, Scalars.integer(-constant));
  }

  private static Scalar product(Scalar atom, long coefficient) {
    return coefficient == 1
        ? atom
        : new Scalar.Binary(BinaryOp.MULTIPLY, atom, Scalars.integer(coefficient));
  }
}
