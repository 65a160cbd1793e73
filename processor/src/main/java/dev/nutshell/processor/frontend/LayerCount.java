package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import java.util.function.Predicate;

/**
 * Counts the layers without a label that an expression applies: alone, one takes over the name of
 * the statement.
 */
final class LayerCount {
  private LayerCount() {}

  static int of(Expression expression, Predicate<String> isLayer) {
    int count = 0;
    if (expression instanceof Expression.Call call) {
      count += callee(call.callee(), isLayer);
    }
    if (expression instanceof Expression.Pipe pipe) {
      if (pipe.stage() instanceof Expression.Reference) {
        count += callee(pipe.stage(), isLayer);
      }
      if (pipe.label().isPresent()) {
        count -= labelled(pipe.stage(), isLayer);
      }
    }
    for (Expression part : SubExpressions.of(expression)) {
      count += of(part, isLayer);
    }
    return count;
  }

  private static int callee(Expression callee, Predicate<String> isLayer) {
    return callee instanceof Expression.Reference reference && isLayer.test(reference.name())
        ? 1
        : 0;
  }

  private static int labelled(Expression stage, Predicate<String> isLayer) {
    return callee(stage instanceof Expression.Call call ? call.callee() : stage, isLayer);
  }
}
