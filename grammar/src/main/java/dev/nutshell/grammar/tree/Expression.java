package dev.nutshell.grammar.tree;

import java.util.List;
import java.util.Optional;

/** An expression. Precedence is settled in the tree; parentheses leave no trace. */
public sealed interface Expression extends Tree {

  /** {@code 3} or {@code 1e-5}; integral literals are ints. The value of an int is exact. */
  record NumberLiteral(Span span, String text, boolean integral, double value)
      implements Expression {}

  /** {@code true} or {@code false}. */
  record BooleanLiteral(Span span, boolean value) implements Expression {}

  /** {@code "text"}, without its quotes. */
  record StringLiteral(Span span, String value) implements Expression {}

  /** A name: value, axis, formal, function, layer, or a word of a choice. */
  record Reference(Span span, String name) implements Expression {}

  /** {@code f(x, units: 3)}. */
  record Call(Span span, Expression callee, List<Argument> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code x[i, j]}. */
  record Index(Span span, Expression base, List<IndexItem> items) implements Expression {
    public Index {
      items = List.copyOf(items);
    }
  }

  /** {@code embedding.W}: a parameter of a shared layer. */
  record Member(Span span, Expression base, Name member) implements Expression {}

  /** {@code -x} or {@code not x}. */
  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /** {@code a + b}. */
  record Binary(Span span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code if c { a } else { b }}: the condition is a compile-time constant. */
  record Conditional(Span span, Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /** {@code x |> fc: dense(3)}: the value becomes the first argument. */
  record Pipe(Span span, Expression value, Optional<Name> label, Expression stage)
      implements Expression {}

  /** {@code [i, j] body}: a tensor over the named axes. */
  record Comprehension(Span span, List<AxisDeclaration> axes, Expression body)
      implements Expression {
    public Comprehension {
      axes = List.copyOf(axes);
    }
  }

  /** {@code sum[i] body}. */
  record Reduction(
      Span span, ReductionOperator operator, List<AxisDeclaration> axes, Expression body)
      implements Expression {
    public Reduction {
      axes = List.copyOf(axes);
    }
  }

  /** {@code (a, b)}. */
  record TupleLiteral(Span span, List<Expression> elements) implements Expression {
    public TupleLiteral {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code scan [t] (h = h0) { … update h = … yield … }}: a tuple of the last carries, then of the
   * yields stacked along the axis.
   */
  record Scan(
      Span span,
      boolean reverse,
      AxisDeclaration axis,
      List<ScanCarry> carries,
      List<Statement> body)
      implements Expression {
    public Scan {
      carries = List.copyOf(carries);
      body = List.copyOf(body);
    }
  }

  /** Prefix operators. */
  enum UnaryOperator {
    NEGATE("-"),
    NOT("not ");

    private final String symbol;

    UnaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** Infix operators, with how tightly they bind (more is tighter). */
  enum BinaryOperator {
    OR("or", 1),
    AND("and", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 3),
    LESS_EQUAL("<=", 3),
    GREATER(">", 3),
    GREATER_EQUAL(">=", 3),
    ADD("+", 4),
    SUBTRACT("-", 4),
    MULTIPLY("*", 5),
    DIVIDE("/", 5),
    REMAINDER("%", 5),
    POWER("^", 7);

    private final String symbol;
    private final int precedence;

    BinaryOperator(String symbol, int precedence) {
      this.symbol = symbol;
      this.precedence = precedence;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }

    /** How tightly the operator binds; unary minus stands at 6. */
    public int precedence() {
      return precedence;
    }
  }

  /** What a reduction does with the points of its axes. */
  enum ReductionOperator {
    SUM,
    PROD,
    MAX,
    MIN,
    MEAN,
    COUNT,
    ARGMAX,
    ARGMIN
  }
}
