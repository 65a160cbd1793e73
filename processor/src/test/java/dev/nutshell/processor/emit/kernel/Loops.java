package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.List;

/** Short forms for loops written by hand. */
public final class Loops {
  public static final LoopExpression.Local FROM = index("from");
  public static final LoopExpression.Local TO = index("to");

  private Loops() {}

  public static LoopExpression.Local index(String name) {
    return new LoopExpression.Local(name, ElementType.INT);
  }

  public static LoopExpression.Local real(String name) {
    return new LoopExpression.Local(name, ElementType.REAL);
  }

  public static Kernel.Buffer reals(String name) {
    return new Kernel.Buffer(name, ElementType.REAL);
  }

  public static LoopExpression literal(int value) {
    return new LoopExpression.Literal(ElementType.INT, value);
  }

  public static LoopExpression literal(double value) {
    return new LoopExpression.Literal(ElementType.REAL, value);
  }

  public static LoopExpression binary(BinaryOp op, LoopExpression left, LoopExpression right) {
    return new LoopExpression.Binary(op, left, right);
  }

  public static LoopExpression add(LoopExpression left, LoopExpression right) {
    return binary(BinaryOp.ADD, left, right);
  }

  public static LoopExpression times(LoopExpression left, LoopExpression right) {
    return binary(BinaryOp.MULTIPLY, left, right);
  }

  public static LoopExpression unary(UnaryOp op, LoopExpression operand) {
    return new LoopExpression.Unary(op, operand);
  }

  public static LoopExpression load(Kernel.Buffer buffer, LoopExpression index) {
    return new LoopExpression.Load(buffer, index);
  }

  public static LoopStatement store(
      Kernel.Buffer buffer, LoopExpression index, LoopExpression value) {
    return new LoopStatement.Store(buffer, index, value);
  }

  public static LoopStatement loop(
      LoopExpression.Local index, LoopExpression from, LoopExpression to, LoopStatement... body) {
    return new LoopStatement.For(index, from, to, 1, LoopStatement.For.Kind.SERIAL, block(body));
  }

  public static LoopStatement loop(LoopExpression.Local index, int to, LoopStatement... body) {
    return loop(index, literal(0), literal(to), body);
  }

  public static LoopStatement declare(LoopExpression.Local local, LoopExpression value) {
    return new LoopStatement.Declare(local, value);
  }

  public static LoopStatement assign(LoopExpression.Local local, LoopExpression value) {
    return new LoopStatement.Assign(local, value);
  }

  public static LoopStatement block(LoopStatement... statements) {
    return new LoopStatement.Block(List.of(statements));
  }

  public static Kernel kernel(
      String name,
      List<String> comment,
      List<Kernel.Buffer> buffers,
      List<LoopExpression.Local> integers,
      LoopStatement body) {
    return new Kernel(name, comment, buffers, integers, false, body);
  }
}
