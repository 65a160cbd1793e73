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

  /** The largest depth of a tree, and of the brackets in a text. */
  private static final int LIMIT = 200;

  private static final SyntaxError TOO_DEEP =
      new SyntaxError(
          "NUT1010",
          "this is nested more than " + LIMIT + " levels deep",
          "give a part of it a name of its own");

  private int depth;
  private Optional<SyntaxProblem> problem = Optional.empty();

  /**
   * Builds an expression some levels further down. What is too deep is reported once, and not
   * looked at: a reading with problems has no tree.
   */
  Expression deeper(int levels, Span span, Supplier<Expression> build) {
    if (depth + levels > LIMIT) {
      if (problem.isEmpty()) {
        problem = Optional.of(TOO_DEEP.at(span));
      }
      return new Expression.Reference(span, "");
    }
    depth += levels;
    try {
      return build.get();
    } finally {
      depth -= levels;
    }
  }

  /** The same limit for the parser's own recursion, before it begins. */
  static Optional<SyntaxProblem> ofBrackets(List<? extends Token> tokens, Positions positions) {
    int open = 0;
    for (Token token : tokens) {
      open += Failure.opens(token.getType()) ? 1 : 0;
      open -= Failure.closes(token.getType()) && open > 0 ? 1 : 0;
      if (open > LIMIT) {
        return Optional.of(TOO_DEEP.at(positions.of(token)));
      }
    }
    return Optional.empty();
  }

  Optional<SyntaxProblem> problem() {
    return problem;
  }
}
