package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;

/** An expression of a kernel. The tree is the order of operations: renderers may not change it. */
public sealed interface LoopExpression {

  ElementType type();

  /** A literal; booleans are 0 and 1. */
  record Literal(ElementType type, double value) implements LoopExpression {}

  /** A local variable, loop index or int parameter. */
  record Local(String name, ElementType type) implements LoopExpression {}

  /** {@code buffer[offset + index]}. */
  record Load(Kernel.Buffer buffer, LoopExpression index) implements LoopExpression {
    @Override
    public ElementType type() {
      return buffer.type().read();
    }
  }

  record Unary(UnaryOp op, LoopExpression operand) implements LoopExpression {
    @Override
    public ElementType type() {
      return op == UnaryOp.NOT ? ElementType.BOOL : operand.type();
    }
  }

  record Binary(BinaryOp op, LoopExpression left, LoopExpression right) implements LoopExpression {
    @Override
    public ElementType type() {
      return op.isPredicate() ? ElementType.BOOL : left.type();
    }
  }

  /** {@code a · b + c}, rounded once. */
  record Fma(LoopExpression a, LoopExpression b, LoopExpression c) implements LoopExpression {
    @Override
    public ElementType type() {
      return c.type();
    }
  }

  record Conditional(LoopExpression condition, LoopExpression then, LoopExpression otherwise)
      implements LoopExpression {
    @Override
    public ElementType type() {
      return then.type();
    }
  }

  record Convert(ElementType type, LoopExpression operand) implements LoopExpression {}

  /** A uniform number of a stream, for a batch row and an element. */
  record Uniform(long stream, LoopExpression row, LoopExpression element)
      implements LoopExpression {
    @Override
    public ElementType type() {
      return ElementType.REAL;
    }
  }
}
