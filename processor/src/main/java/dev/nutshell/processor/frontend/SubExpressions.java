package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.ScanCarry;
import java.util.ArrayList;
import java.util.List;

/**
 * The direct parts of an expression that are expressions themselves. Statements of a scan are not
 * among them.
 */
final class SubExpressions {
  private SubExpressions() {}

  static List<Expression> of(Expression expression) {
    if (expression instanceof Expression.Call call) {
      List<Expression> parts = new ArrayList<>(List.of(call.callee()));
      call.arguments().stream().map(Argument::value).forEach(parts::add);
      return parts;
    }
    if (expression instanceof Expression.Index index) {
      List<Expression> parts = new ArrayList<>(List.of(index.base()));
      for (IndexItem item : index.items()) {
        if (item instanceof IndexItem.ExpressionIndex each) {
          parts.add(each.expression());
        }
      }
      return parts;
    }
    if (expression instanceof Expression.Member member) {
      return List.of(member.base());
    }
    if (expression instanceof Expression.Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof Expression.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof Expression.Conditional conditional) {
      return List.of(conditional.condition(), conditional.then(), conditional.otherwise());
    }
    if (expression instanceof Expression.Pipe pipe) {
      return List.of(pipe.value(), pipe.stage());
    }
    if (expression instanceof Expression.Comprehension comprehension) {
      return List.of(comprehension.body());
    }
    if (expression instanceof Expression.Reduction reduction) {
      return List.of(reduction.body());
    }
    if (expression instanceof Expression.TupleLiteral tuple) {
      return tuple.elements();
    }
    if (expression instanceof Expression.Scan scan) {
      return scan.carries().stream().map(ScanCarry::initial).toList();
    }
    return List.of();
  }
}
