package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/**
 * Holds the depth of the tree under a limit, so that whoever walks it may recurse: a chain of a
 * thousand operators is as deep as a thousand brackets.
 */
final class Nesting {

  /** The largest depth of a tree. */
  private static final int DEPTH = 200;

  /** How many brackets may be open at once; each costs the parser a dozen frames of its stack. */
  private static final int BRACKETS = 100;

  private static final SyntaxError TOO_DEEP =
      new SyntaxError(
          "NUT1010",
          "this is nested more than %s levels deep",
          "give a part of it a name of its own");

  private int depth;
  private Optional<SyntaxProblem> problem = Optional.empty();

  /**
   * Builds an expression some levels further down. What is too deep is reported once, and not
   * looked at: a reading with problems has no tree.
   */
  Expression deeper(int levels, Span span, Supplier<Expression> build) {
    if (refuses(levels, span)) {
      return nothing(span);
    }
    depth += levels;
    try {
      return build.get();
    } finally {
      depth -= levels;
    }
  }

  /** Whether so many levels are too many here, which is then reported. */
  boolean refuses(int levels, Span span) {
    boolean tooDeep = depth + levels > DEPTH;
    if (tooDeep && problem.isEmpty()) {
      problem = Optional.of(TOO_DEEP.at(span, DEPTH));
    }
    return tooDeep;
  }

  /** What stands for a refused expression. */
  static Expression nothing(Span span) {
    return new Expression.TupleLiteral(span, List.of());
  }

  /** The same for the parser's own recursion, before it begins. */
  static Optional<SyntaxProblem> ofBrackets(List<? extends Token> tokens, Positions positions) {
    int open = 0;
    for (Token token : tokens) {
      open += Failure.opens(token.getType()) ? 1 : 0;
      open -= Failure.closes(token.getType()) && open > 0 ? 1 : 0;
      if (open > BRACKETS) {
        return Optional.of(TOO_DEEP.at(positions.of(token), BRACKETS));
      }
    }
    return Optional.empty();
  }

  Optional<SyntaxProblem> problem() {
    return problem;
  }
}
