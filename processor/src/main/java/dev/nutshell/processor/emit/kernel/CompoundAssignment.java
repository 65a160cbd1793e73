package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;

/** Finds assignments such as {@code sum = sum + x} that read better as {@code sum += x}. */
final class CompoundAssignment {
  private CompoundAssignment() {}

  /**
   * The operator before {@code =} when {@code value} is {@code target operator rest}, else empty.
   */
  static String operator(LoopExpression target, LoopExpression value) {
    if (!(value instanceof Binary binary)
        || !binary.left().equals(target)
        || target.type() == ElementType.BOOL
        || !target.type().equals(binary.right().type())) {
      return "";
    }
    return switch (binary.op()) {
      case ADD -> "+";
      case SUBTRACT -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      default -> "";
    };
  }
}
