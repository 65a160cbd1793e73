package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Binary;
import dev.nutshell.processor.loop.program.LoopExpression.Conditional;
import dev.nutshell.processor.loop.program.LoopExpression.Convert;
import dev.nutshell.processor.loop.program.LoopExpression.Fma;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Load;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpression.Unary;
import dev.nutshell.processor.loop.program.LoopExpression.Uniform;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.If;
import dev.nutshell.processor.loop.program.LoopStatements;
import java.util.Map;

/**
 * Puts values or other names in the place of local variables, and folds the index arithmetic that
 * this decides.
 */
record Substitution(Map<Local, LoopExpression> values) {

  LoopExpression in(LoopExpression expression) {
    if (expression instanceof Local local) {
      return values.getOrDefault(local, local);
    }
    if (expression instanceof Literal literal) {
      return literal;
    }
    if (expression instanceof Load load) {
      return new Load(load.buffer(), in(load.index()));
    }
    if (expression instanceof Unary unary) {
      return new Unary(unary.op(), in(unary.operand()));
    }
    if (expression instanceof Binary binary) {
      return IntegerFolding.fold(new Binary(binary.op(), in(binary.left()), in(binary.right())));
    }
    if (expression instanceof Fma fma) {
      return new Fma(in(fma.a()), in(fma.b()), in(fma.c()));
    }
    if (expression instanceof Conditional conditional) {
      return conditional(conditional);
    }
    if (expression instanceof Convert convert) {
      return new Convert(convert.type(), in(convert.operand()));
    }
    Uniform uniform = (Uniform) expression;
    return new Uniform(uniform.stream(), in(uniform.row()), in(uniform.element()));
  }

  private LoopExpression conditional(Conditional conditional) {
    LoopExpression condition = in(conditional.condition());
    if (condition instanceof Literal decided) {
      return in(decided.value() != 0 ? conditional.then() : conditional.otherwise());
    }
    return new Conditional(condition, in(conditional.then()), in(conditional.otherwise()));
  }

  LoopStatement in(LoopStatement statement) {
    if (statement instanceof If conditional
        && in(conditional.condition()) instanceof Literal decided) {
      return in(decided.value() != 0 ? conditional.then() : conditional.otherwise());
    }
    return LoopStatements.rebuild(statement, this::in, this::in);
  }
}
