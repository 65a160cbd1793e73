package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Conditional;
import dev.nutshell.processor.loop.program.LoopExpression.Convert;
import dev.nutshell.processor.loop.program.LoopExpression.Fma;
import dev.nutshell.processor.loop.program.LoopExpression.Load;
import dev.nutshell.processor.loop.program.LoopExpression.Unary;
import dev.nutshell.processor.loop.program.LoopExpression.Uniform;
import java.util.List;

/** The structure of expressions. */
public final class LoopExpressions {
  private LoopExpressions() {}

  /** The direct operands, in order. */
  public static List<LoopExpression> children(LoopExpression expression) {
    if (expression instanceof Load load) {
      return List.of(load.index());
    }
    if (expression instanceof Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof Fma fma) {
      return List.of(fma.a(), fma.b(), fma.c());
    }
    if (expression instanceof Conditional conditional) {
      return List.of(conditional.condition(), conditional.then(), conditional.otherwise());
    }
    if (expression instanceof Convert convert) {
      return List.of(convert.operand());
    }
    if (expression instanceof Uniform uniform) {
      return List.of(uniform.row(), uniform.element());
    }
    return List.of();
  }
}
