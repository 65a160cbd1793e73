package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;

/** Names losses and metrics that have none of their own after the function that computes them. */
final class MeasureNames {
  private MeasureNames() {}

  static String of(Expression value, String otherwise) {
    if (value instanceof Expression.Call call
        && call.callee() instanceof Expression.Reference reference) {
      return reference.name();
    }
    if (value instanceof Expression.Pipe pipe) {
      return pipe.stage() instanceof Expression.Reference reference
          ? reference.name()
          : of(pipe.stage(), otherwise);
    }
    return value instanceof Expression.Reference reference ? reference.name() : otherwise;
  }
}
