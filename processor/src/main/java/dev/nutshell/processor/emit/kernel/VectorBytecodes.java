package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.loop.program.Lanes;
import dev.nutshell.processor.loop.program.Lanes.Form;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpressions;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors;

/** How many bytecodes javac makes of a loop over vectors at most. */
final class VectorBytecodes {
  /** A call on a vector, with the local variable that takes its result. */
  private static final int OPERATION = 7;

  /** A local variable as an operand. */
  private static final int VARIABLE = 2;

  /** Species, array and offset, and the call. */
  private static final int ACCESS = 13;

  /** Species and call, and the local variable. */
  private static final int BROADCAST = 10;

  /** The longest of the functions, written out. */
  private static final int FUNCTION = 900;

  private final BytecodeEstimate scalars;
  private final Vectors loop;
  private final Lanes lanes;

  VectorBytecodes(BytecodeEstimate scalars, Vectors loop) {
    this.scalars = scalars;
    this.loop = loop;
    this.lanes = Lanes.of(loop, true);
  }

  long bytes() {
    long loops = 3L * BytecodeEstimate.LOOP + 3 * scalars.bytes(loop.to());
    boolean rest = loop.remainder() == Vectors.Remainder.SCALARS;
    long once = copies(loop.body(), loop.vectors());
    return loops
        + once
        + (rest && loop.vectors() > 1 ? copies(loop.body(), 1) : 0)
        + (rest ? scalars.bytes(loop.body()) : 0);
  }

  private long copies(LoopStatement statement, int count) {
    if (statement instanceof LoopStatement.Block block) {
      return block.statements().stream().mapToLong(each -> copies(each, count)).sum();
    }
    if (statement instanceof LoopStatement.Part part) {
      return copies(part.body(), count);
    }
    if (statement instanceof LoopStatement.For inner) {
      return BytecodeEstimate.LOOP
          + scalars.bytes(inner.from())
          + scalars.bytes(inner.to())
          + copies(inner.body(), count);
    }
    if (statement instanceof LoopStatement.If conditional) {
      return BytecodeEstimate.BRANCH
          + scalars.bytes(conditional.condition())
          + copies(conditional.then(), count)
          + copies(conditional.otherwise(), count);
    }
    if (statement instanceof LoopStatement.Declare declare) {
      return copies(declare.value(), count);
    }
    if (statement instanceof LoopStatement.Assign assign) {
      return copies(assign.value(), count);
    }
    if (statement instanceof LoopStatement.InRange range) {
      return count * (ACCESS + scalars.bytes(range.index()));
    }
    LoopStatement.Store store = (LoopStatement.Store) statement;
    return copies(store.value(), count) + count * (ACCESS + scalars.bytes(store.index()));
  }

  /** What is the same for all lanes stands once. */
  private long copies(LoopExpression expression, int count) {
    if (expression instanceof LoopExpression.Local
        || expression instanceof LoopExpression.Literal) {
      return (long) count * VARIABLE;
    }
    if (lanes.form(expression) == Form.UNIFORM) {
      return BROADCAST + (long) count * VARIABLE + scalars.bytes(expression);
    }
    if (expression instanceof LoopExpression.Load load) {
      return count * (ACCESS + scalars.bytes(load.index()));
    }
    boolean function = expression instanceof LoopExpression.Unary unary && unary.op().isFunction();
    long bytes = (long) count * (function ? FUNCTION : OPERATION);
    for (LoopExpression child : LoopExpressions.children(expression)) {
      bytes += copies(child, count);
    }
    return bytes;
  }
}
