package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.HashSet;
import java.util.Set;

/** Which integers of a kernel are never negative, as far as its loops tell. */
final class NonNegative {
  private final Set<String> locals = new HashSet<>();

  /** Rows, chunks, lengths and steps are counts: so are all int parameters. */
  NonNegative(Kernel kernel) {
    kernel.integers().forEach(integer -> locals.add(integer.name()));
  }

  /** Notes the index of a loop, whose body comes next. */
  void enter(LoopStatement.For loop) {
    if (holds(loop.from())) {
      locals.add(loop.index().name());
    } else {
      locals.remove(loop.index().name());
    }
  }

  /** Notes the index of a loop over vectors, which begins at 0. */
  void enter(LoopStatement.Vectors loop) {
    locals.add(loop.index().name());
    locals.add(LoopStatement.Vectors.LANE.name());
  }

  boolean holds(LoopExpression expression) {
    if (expression instanceof Literal literal) {
      return literal.value() >= 0;
    }
    if (expression instanceof Local local) {
      return locals.contains(local.name());
    }
    if (!(expression instanceof Binary binary)) {
      return false;
    }
    boolean both = holds(binary.left()) && holds(binary.right());
    return switch (binary.op()) {
      case ADD, MULTIPLY, FLOOR_DIVIDE, MIN -> both;
      case MAX -> holds(binary.left()) || holds(binary.right());
      case REMAINDER -> isPositive(binary.right());
      default -> false;
    };
  }

  private static boolean isPositive(LoopExpression expression) {
    return expression instanceof Literal literal && literal.value() > 0;
  }
}
