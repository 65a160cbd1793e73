package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Span;

/**
 * Where a value comes from, for messages about its shape: the name it is bound to, or the last step
 * that made it.
 */
final class Origins {
  private Origins() {}

  /**
   * {@code " of logits (a.dl:4:3)"}; empty where the text itself shows where the value comes from.
   */
  static String of(Expression expression, Environment scope) {
    if (expression instanceof Expression.Reference reference) {
      return scope
          .find(reference.name())
          .map(binding -> from(reference.name(), binding.declared()))
          .orElse("");
    }
    if (expression instanceof Expression.Pipe pipe) {
      return step(pipe.stage());
    }
    return expression instanceof Expression.Call ? step(expression) : "";
  }

  private static String step(Expression stage) {
    Expression callee = stage instanceof Expression.Call call ? call.callee() : stage;
    return callee instanceof Expression.Reference name ? from(name.name(), stage.span()) : "";
  }

  private static String from(String name, Span span) {
    return " of " + name + " (" + span + ")";
  }
}
