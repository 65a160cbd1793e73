package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.loop.program.LoopExpression;

/**
 * An expression of a kernel, and the depth of the outermost scope in which it may stand: there its
 * parts are known and its loads are in range.
 */
record LoopValue(LoopExpression expression, int depth) {

  static LoopValue anywhere(LoopExpression expression) {
    return new LoopValue(expression, 0);
  }

  /** Whether naming it would save nothing. */
  boolean isAtom() {
    return expression instanceof LoopExpression.Local
        || expression instanceof LoopExpression.Literal;
  }
}
