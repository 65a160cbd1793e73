package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** The expressions in the statements of a body, nested bodies included. */
final class StatementExpressions {
  private StatementExpressions() {}

  static List<Expression> of(List<Statement> body) {
    List<Expression> expressions = new ArrayList<>();
    for (Statement statement : body) {
      if (statement instanceof Statement.Assignment assignment) {
        expressions.add(assignment.value());
      } else if (statement instanceof Statement.Update update) {
        expressions.add(update.value());
      } else if (statement instanceof Statement.Yield yield) {
        expressions.addAll(yield.values());
      } else if (statement instanceof Statement.Return result) {
        expressions.add(result.value());
      } else if (statement instanceof Statement.Repeat repeat) {
        expressions.addAll(of(repeat.body()));
      } else if (statement instanceof Statement.If branch) {
        expressions.addAll(of(branch.then()));
        expressions.addAll(of(branch.otherwise()));
      }
    }
    return expressions;
  }
}
