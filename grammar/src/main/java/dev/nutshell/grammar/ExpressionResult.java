package dev.nutshell.grammar;

import dev.nutshell.grammar.parser.SyntaxProblem;
import dev.nutshell.grammar.tree.Expression;
import java.util.List;
import java.util.Optional;

/** The tree of a lone expression, or what is wrong with its text: never both. */
public record ExpressionResult(Optional<Expression> expression, List<SyntaxProblem> problems) {
  public ExpressionResult {
    problems = List.copyOf(problems);
  }
}
