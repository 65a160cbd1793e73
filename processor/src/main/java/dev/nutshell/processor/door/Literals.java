package dev.nutshell.processor.door;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.NumberLiteral;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Expression.UnaryOperator;
import dev.nutshell.grammar.tree.Span;

/** Numbers of Java as the language writes them: a negative one is the negation of a literal. */
final class Literals {
  private Literals() {}

  static Expression integer(Span span, int value) {
    long magnitude = Math.abs((long) value);
    return signed(
        value < 0, new NumberLiteral(span, Long.toString(magnitude), true, magnitude), span);
  }

  /** A finite number. */
  static Expression real(Span span, double value) {
    double magnitude = Math.abs(value);
    return signed(
        value < 0, new NumberLiteral(span, Double.toString(magnitude), false, magnitude), span);
  }

  private static Expression signed(boolean negative, NumberLiteral literal, Span span) {
    return negative ? new Unary(span, UnaryOperator.NEGATE, literal) : literal;
  }
}
