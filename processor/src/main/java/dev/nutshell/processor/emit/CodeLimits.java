package dev.nutshell.processor.emit;

import dev.nutshell.processor.emit.DriverStep.Call;
import dev.nutshell.processor.emit.DriverStep.Repetition;
import dev.nutshell.processor.emit.DriverStep.Scan;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.Kernel;
import dev.nutshell.processor.loop.LoopExpression;
import dev.nutshell.processor.loop.LoopStatement;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The limits of class files and of HotSpot, and estimates from above of what generated code needs of them. HotSpot never
 * compiles a method of more than 8,000 bytecodes; the constant pool and a string constant end at 65,535.
 */
final class CodeLimits {
  /** Above this a kernel is refused: HotSpot would only ever interpret it. */
  static final int KERNEL_BYTES = 7_500;

  /** What one driver method may come to; longer sequences of calls are split. */
  static final int DRIVER_BYTES = 4_000;

  /** Bytes of one string constant in a class file. */
  static final int STRING_BYTES = 65_535;

  /** Slots of a method's parameters; {@code this}, and long and double twice, counted. */
  static final int PARAMETER_SLOTS = 255;

  /** Kernels of a class; each takes a few entries of the constant pool. */
  static final int KERNELS = 8_000;

  /** Numbers in the tables of a class: its initializer, at 64 kB, writes them one by one. */
  static final int TABLE_NUMBERS = 6_000;

  private static final int BYTES_PER_TERM = 4;
  private static final int BYTES_PER_BRANCH = 8;
  private static final int BYTES_PER_STATEMENT = 4;
  private static final int BYTES_PER_LOOP = 16;
  private static final int BYTES_PER_ARGUMENT = 12;

  private CodeLimits() {}

  /** An upper estimate of the bytecodes of a kernel. */
  static int bytes(Kernel kernel) {
    return (int) Math.min(Integer.MAX_VALUE, bytes(Unrolling.of(kernel.body())));
  }

  /** The parameter slots of a kernel's method. */
  static int parameterSlots(Kernel kernel) {
    return 2 * kernel.buffers().size() + kernel.integers().size() + (kernel.random() ? 5 : 0);
  }

  /** An upper estimate of the bytecodes of a step of a driver. */
  static int bytes(DriverStep step) {
    if (step instanceof Call call) {
      return BYTES_PER_STATEMENT + BYTES_PER_ARGUMENT * call.arguments().size();
    }
    List<DriverStep> body =
        step instanceof Scan scan ? scan.body() : ((Repetition) step).body();
    return BYTES_PER_LOOP + body.stream().mapToInt(CodeLimits::bytes).sum();
  }

  /** Bytes of a text in the class file's form of UTF-8, at least. */
  static int stringBytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long bytes(LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      return block.statements().stream().mapToLong(CodeLimits::bytes).sum();
    }
    if (statement instanceof LoopStatement.For loop) {
      return BYTES_PER_LOOP + bytes(loop.from()) + bytes(loop.to()) + bytes(loop.body());
    }
    if (statement instanceof LoopStatement.Declare declare) {
      return BYTES_PER_STATEMENT + bytes(declare.value());
    }
    if (statement instanceof LoopStatement.Assign assign) {
      return BYTES_PER_STATEMENT + bytes(assign.value());
    }
    if (statement instanceof LoopStatement.Store store) {
      return 2 * BYTES_PER_STATEMENT + bytes(store.index()) + bytes(store.value());
    }
    LoopStatement.If conditional = (LoopStatement.If) statement;
    return BYTES_PER_BRANCH
        + bytes(conditional.condition())
        + bytes(conditional.then())
        + bytes(conditional.otherwise());
  }

  private static long bytes(LoopExpression expression) {
    if (expression instanceof LoopExpression.Load load) {
      return 2 * BYTES_PER_TERM + bytes(load.index());
    }
    if (expression instanceof LoopExpression.Unary unary) {
      return BYTES_PER_BRANCH + bytes(unary.operand());
    }
    if (expression instanceof LoopExpression.Binary binary) {
      return (binary.type() == ElementType.BOOL ? BYTES_PER_BRANCH : BYTES_PER_TERM)
          + bytes(binary.left())
          + bytes(binary.right());
    }
    if (expression instanceof LoopExpression.Fma fma) {
      return BYTES_PER_TERM + bytes(fma.a()) + bytes(fma.b()) + bytes(fma.c());
    }
    if (expression instanceof LoopExpression.Conditional conditional) {
      return BYTES_PER_BRANCH
          + bytes(conditional.condition())
          + bytes(conditional.then())
          + bytes(conditional.otherwise());
    }
    if (expression instanceof LoopExpression.Convert convert) {
      return BYTES_PER_BRANCH + bytes(convert.operand());
    }
    if (expression instanceof LoopExpression.Uniform uniform) {
      return 5 * BYTES_PER_TERM + bytes(uniform.row()) + bytes(uniform.element());
    }
    return BYTES_PER_TERM;
  }
}
