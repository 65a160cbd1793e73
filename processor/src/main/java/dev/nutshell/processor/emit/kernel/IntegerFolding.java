package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;

/**
 * Index arithmetic on literals, so that the code shows the result. Floating-point operations are
 * left as they are.
 */
final class IntegerFolding {
  private IntegerFolding() {}

  static Literal literal(int value) {
    return new Literal(ElementType.INT, value);
  }

  static LoopExpression predecessor(LoopExpression value) {
    return fold(new Binary(BinaryOp.SUBTRACT, value, literal(1)));
  }

  /**
   * The same value, written more simply if both operands, or one neutral one, are integer literals.
   */
  static LoopExpression fold(Binary binary) {
    if (binary.left().type() != ElementType.INT) {
      return binary;
    }
    Literal left = binary.left() instanceof Literal literal ? literal : null;
    Literal right = binary.right() instanceof Literal literal ? literal : null;
    if (left != null && right != null) {
      return both(binary, (int) left.value(), (int) right.value());
    }
    return switch (binary.op()) {
      case ADD -> isValue(left, 0) ? binary.right() : isValue(right, 0) ? binary.left() : binary;
      case SUBTRACT -> isValue(right, 0) ? binary.left() : binary;
      case MULTIPLY ->
          isValue(left, 0) || isValue(right, 0)
              ? literal(0)
              : isValue(left, 1) ? binary.right() : isValue(right, 1) ? binary.left() : binary;
      case FLOOR_DIVIDE -> isValue(right, 1) ? binary.left() : binary;
      default -> binary;
    };
  }

  private static LoopExpression both(Binary binary, int left, int right) {
    return switch (binary.op()) {
      case ADD -> literal(left + right);
      case SUBTRACT -> literal(left - right);
      case MULTIPLY -> literal(left * right);
      case MIN -> literal(Math.min(left, right));
      case MAX -> literal(Math.max(left, right));
      case FLOOR_DIVIDE -> right > 0 ? literal(Math.floorDiv(left, right)) : binary;
      case REMAINDER -> right > 0 ? literal(Math.floorMod(left, right)) : binary;
      case EQUAL -> truth(left == right);
      case LESS -> truth(left < right);
      case LESS_EQUAL -> truth(left <= right);
      default -> binary;
    };
  }

  private static Literal truth(boolean value) {
    return new Literal(ElementType.BOOL, value ? 1 : 0);
  }

  private static boolean isValue(Literal literal, int value) {
    return literal != null && literal.value() == value;
  }
}
