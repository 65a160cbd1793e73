package dev.nutshell.grammar.tree;

import java.util.List;
import java.util.Optional;

/** A statement of a body. */
public sealed interface Statement extends Tree {

  /**
   * {@code param W: float[n, units] init glorot_uniform regularizer l2(0.01) constraint non_neg if
   * bias}.
   */
  record Variable(
      Span span,
      VariableKind kind,
      String documentation,
      Name name,
      TypeExpression type,
      Optional<Expression> initializer,
      Optional<Expression> regularizer,
      Optional<Expression> constraint,
      Optional<Expression> condition)
      implements Statement {}

  /** Who owns a variable, and when it changes. */
  enum VariableKind {
    PARAM,
    STATE,
    CARRY
  }

  /** {@code h = expr}, {@code (h, c) = expr}. A name that exists is bound anew. */
  record Assignment(Span span, List<Name> targets, Expression value) implements Statement {
    public Assignment {
      targets = List.copyOf(targets);
    }
  }

  /** {@code update mean = expr}: what a state, a carry, or the carry of a scan becomes. */
  record Update(Span span, Name target, Expression value) implements Statement {}

  /** {@code yield a, b}: what a step of a scan adds to its stacked outputs. */
  record Yield(Span span, List<Expression> values) implements Statement {
    public Yield {
      values = List.copyOf(values);
    }
  }

  /** {@code return expr}. */
  record Return(Span span, Expression value) implements Statement {}

  /** {@code blocks: repeat i < depth { … }}: the counter is optional. */
  record Repeat(
      Span span,
      Optional<Name> label,
      Optional<Name> counter,
      Expression count,
      List<Statement> body)
      implements Statement {
    public Repeat {
      body = List.copyOf(body);
    }
  }

  /** {@code if training { … } else { … }} over a compile-time constant. */
  record If(Span span, Expression condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code require width % heads == 0, "message"}: a compile error of the library author's own. */
  record Require(Span span, Expression condition, String message) implements Statement {}

  /** {@code input image: float[28, 28, 1]} or {@code target digit: int}. */
  record Port(Span span, PortKind kind, String documentation, Name name, TypeExpression type)
      implements Statement {}

  /** What a port is for: targets are there in training and evaluation only. */
  enum PortKind {
    INPUT,
    TARGET
  }

  /** {@code output probabilities = softmax(logits)}, or {@code output logits}. */
  record Output(Span span, String documentation, Name name, Optional<Expression> value)
      implements Statement {}

  /**
   * {@code loss cross_entropy(logits, digit) weight mask}, {@code metric top = accuracy(logits,
   * digit)}.
   */
  record Measure(
      Span span,
      MeasureKind kind,
      Optional<Name> name,
      Expression value,
      Optional<Expression> weight)
      implements Statement {}

  /** Losses are minimised, metrics only reported. */
  enum MeasureKind {
    LOSS,
    METRIC
  }

  /** {@code entry encode { … }}: an entry point of a model, over the model's parameters. */
  record Entry(Span span, String documentation, Name name, List<Statement> body)
      implements Statement {
    public Entry {
      body = List.copyOf(body);
    }
  }

  /**
   * {@code shared token = embedding(vocab, width)}: a layer whose every application uses the same
   * parameters.
   */
  record Shared(Span span, Name name, Expression layer) implements Statement {}
}
