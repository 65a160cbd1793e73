package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpressions;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatements;

/** How many bytecodes javac makes of a kernel at most. */
public final class BytecodeEstimate {
  /** A literal: {@code sipush} or {@code ldc_w}. */
  private static final int LITERAL = 3;

  /** Array, offset, their sum, and the access. */
  private static final int ELEMENT = 6;

  /** An instruction, or an opcode with a local variable below 256. */
  private static final int SIMPLE = 2;

  /** {@code invokestatic}, with a conversion before and after. */
  private static final int CALL = 5;

  /** Compare, jump, and one of two constants. */
  private static final int TRUTH = 9;

  /** A conditional jump, and one around the other branch. */
  static final int BRANCH = 6;

  /** All but the bounds of a loop. */
  static final int LOOP = 16;

  /** Seed, step, stream, sample, and the call. */
  private static final int UNIFORM = 14;

  /** A striped sum in lanes, with functions, at most. */
  private static final int STRIPED_LANES = 1500;

  private static final int MOST_SHORT_LOCALS = 256;
  private static final int SLOTS_OF_RANDOM = 5;

  private final int local;

  private BytecodeEstimate(Kernel kernel) {
    long slots = slotsOfParameters(kernel) + slots(kernel.body());
    this.local = slots > MOST_SHORT_LOCALS ? 2 * SIMPLE : SIMPLE;
  }

  public static int of(Kernel kernel) {
    long bytes = new BytecodeEstimate(kernel).bytes(Unrolling.of(kernel.body())) + 1;
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  /** The slots that the parameters of a kernel's method take. */
  public static int slotsOfParameters(Kernel kernel) {
    return 2 * kernel.buffers().size()
        + kernel.integers().size()
        + (kernel.random() ? SLOTS_OF_RANDOM : 0);
  }

  private static long slots(LoopStatement statement) {
    long inside =
        LoopStatements.children(statement).stream().mapToLong(BytecodeEstimate::slots).sum();
    if (statement instanceof LoopStatement.For) {
      return 1 + inside;
    }
    if (statement instanceof LoopStatement.Vectors loop) {
      return 2 + 2 * (loop.vectors() + 1L) * inside;
    }
    if (statement instanceof LoopStatement.Striped loop) {
      return slots(StripedSum.of(loop)) + 2 * inside;
    }
    return statement instanceof LoopStatement.Declare ? 2 : inside;
  }

  long bytes(LoopStatement statement) {
    if (statement instanceof LoopStatement.Vectors loop) {
      return new VectorBytecodes(this, loop).bytes();
    }
    if (statement instanceof LoopStatement.Striped loop) {
      return 2L * LOOP + bytes(StripedSum.of(loop)) + (loop.vectors() ? STRIPED_LANES : 0);
    }
    if (statement instanceof LoopStatement.InRange) {
      // Asked by vectors alone.
      return 0;
    }
    return ofItself(statement)
        + LoopStatements.expressions(statement).stream().mapToLong(this::bytes).sum()
        + LoopStatements.children(statement).stream().mapToLong(this::bytes).sum();
  }

  private int ofItself(LoopStatement statement) {
    if (statement instanceof LoopStatement.For) {
      return LOOP + 2 * local;
    }
    if (statement instanceof LoopStatement.Declare) {
      return local;
    }
    if (statement instanceof LoopStatement.Store) {
      return ELEMENT + SIMPLE;
    }
    if (statement instanceof LoopStatement.Copy) {
      return CALL + LITERAL + 2 * ELEMENT;
    }
    if (statement instanceof LoopStatement.Invoke invoke) {
      return CALL + ELEMENT * invoke.arrays().size();
    }
    return statement instanceof LoopStatement.If ? BRANCH : 0;
  }

  long bytes(LoopExpression expression) {
    return ofItself(expression)
        + LoopExpressions.children(expression).stream().mapToLong(this::bytes).sum();
  }

  private int ofItself(LoopExpression expression) {
    if (expression instanceof LoopExpression.Local) {
      return local;
    }
    if (expression instanceof LoopExpression.Load) {
      return ELEMENT + LITERAL;
    }
    if (expression instanceof LoopExpression.Unary unary) {
      return unary.type() == ElementType.BOOL ? TRUTH : CALL;
    }
    if (expression instanceof LoopExpression.Binary binary) {
      return operator(binary);
    }
    if (expression instanceof LoopExpression.Fma) {
      return CALL;
    }
    if (expression instanceof LoopExpression.Conditional) {
      return BRANCH;
    }
    if (expression instanceof LoopExpression.Convert) {
      return TRUTH + LITERAL;
    }
    return expression instanceof LoopExpression.Uniform ? UNIFORM : LITERAL;
  }

  private static int operator(LoopExpression.Binary binary) {
    return switch (binary.op()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> 1;
      case POWER, MIN, MAX, FLOOR_DIVIDE, REMAINDER -> CALL;
      case EQUAL, LESS, LESS_EQUAL, AND, OR -> TRUTH;
    };
  }
}
