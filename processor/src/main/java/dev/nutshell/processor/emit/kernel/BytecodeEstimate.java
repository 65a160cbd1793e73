package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopStatement;

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
    if (statement instanceof LoopStatement.Block block) {
      return block.statements().stream().mapToLong(BytecodeEstimate::slots).sum();
    }
    if (statement instanceof LoopStatement.For loop) {
      return 1 + slots(loop.body());
    }
    if (statement instanceof LoopStatement.Part part) {
      return slots(part.body());
    }
    if (statement instanceof LoopStatement.Vectors loop) {
      return 2 + 2 * (loop.vectors() + 1L) * slots(loop.body());
    }
    if (statement instanceof LoopStatement.Striped loop) {
      return slots(StripedSum.of(loop)) + 2 * slots(loop.body());
    }
    if (statement instanceof LoopStatement.If conditional) {
      return slots(conditional.then()) + slots(conditional.otherwise());
    }
    return statement instanceof LoopStatement.Declare ? 2 : 0;
  }

  long bytes(LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      return block.statements().stream().mapToLong(this::bytes).sum();
    }
    if (statement instanceof LoopStatement.For loop) {
      return LOOP + 2 * local + bytes(loop.from()) + bytes(loop.to()) + bytes(loop.body());
    }
    if (statement instanceof LoopStatement.Part part) {
      return bytes(part.body());
    }
    if (statement instanceof LoopStatement.Vectors loop) {
      return new VectorBytecodes(this, loop).bytes();
    }
    if (statement instanceof LoopStatement.Striped loop) {
      return 2L * LOOP + bytes(StripedSum.of(loop)) + (loop.vectors() ? STRIPED_LANES : 0);
    }
    if (statement instanceof LoopStatement.Declare declare) {
      return local + bytes(declare.value());
    }
    if (statement instanceof LoopStatement.Assign assign) {
      return local + bytes(assign.value());
    }
    if (statement instanceof LoopStatement.Store store) {
      return ELEMENT + SIMPLE + bytes(store.index()) + bytes(store.value());
    }
    if (statement instanceof LoopStatement.InRange) {
      // Asked by vectors alone.
      return 0;
    }
    if (statement instanceof LoopStatement.Copy copy) {
      return CALL + LITERAL + 2 * ELEMENT + bytes(copy.from()) + bytes(copy.to());
    }
    if (statement instanceof LoopStatement.Invoke invoke) {
      return CALL
          + invoke.arrays().stream().mapToLong(each -> ELEMENT + bytes(each.from())).sum()
          + invoke.integers().stream().mapToLong(this::bytes).sum();
    }
    LoopStatement.If conditional = (LoopStatement.If) statement;
    return BRANCH
        + bytes(conditional.condition())
        + bytes(conditional.then())
        + bytes(conditional.otherwise());
  }

  long bytes(LoopExpression expression) {
    if (expression instanceof LoopExpression.Local) {
      return local;
    }
    if (expression instanceof LoopExpression.Load load) {
      return ELEMENT + LITERAL + bytes(load.index());
    }
    if (expression instanceof LoopExpression.Unary unary) {
      return (unary.type() == ElementType.BOOL ? TRUTH : CALL) + bytes(unary.operand());
    }
    if (expression instanceof LoopExpression.Binary binary) {
      return operator(binary) + bytes(binary.left()) + bytes(binary.right());
    }
    if (expression instanceof LoopExpression.Fma fma) {
      return CALL + bytes(fma.a()) + bytes(fma.b()) + bytes(fma.c());
    }
    if (expression instanceof LoopExpression.Conditional conditional) {
      return BRANCH
          + bytes(conditional.condition())
          + bytes(conditional.then())
          + bytes(conditional.otherwise());
    }
    if (expression instanceof LoopExpression.Convert convert) {
      return TRUTH + LITERAL + bytes(convert.operand());
    }
    if (expression instanceof LoopExpression.Uniform uniform) {
      return UNIFORM + bytes(uniform.row()) + bytes(uniform.element());
    }
    return LITERAL;
  }

  private static int operator(LoopExpression.Binary binary) {
    return switch (binary.op()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> 1;
      case POWER, MIN, MAX, FLOOR_DIVIDE, REMAINDER -> CALL;
      case EQUAL, LESS, LESS_EQUAL, AND, OR -> TRUTH;
    };
  }
}
