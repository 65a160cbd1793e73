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
import dev.nutshell.processor.loop.program.LoopStatement.Assign;
import dev.nutshell.processor.loop.program.LoopStatement.Block;
import dev.nutshell.processor.loop.program.LoopStatement.Declare;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.If;
import dev.nutshell.processor.loop.program.LoopStatement.Store;
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
    if (statement instanceof Block block) {
      return new Block(block.statements().stream().map(this::in).toList());
    }
    if (statement instanceof For loop) {
      return new For(
          target(loop.index()),
          in(loop.from()),
          in(loop.to()),
          loop.step(),
          loop.kind(),
          in(loop.body()));
    }
    if (statement instanceof LoopStatement.Part part) {
      return new LoopStatement.Part(part.name(), in(part.body()));
    }
    if (statement instanceof LoopStatement.Vectors loop) {
      return new LoopStatement.Vectors(
          target(loop.index()), in(loop.to()), loop.vectors(), loop.remainder(), in(loop.body()));
    }
    if (statement instanceof LoopStatement.Striped loop) {
      return new LoopStatement.Striped(
          target(loop.index()), loop.count(), target(loop.sum()), loop.vectors(), in(loop.body()));
    }
    if (statement instanceof Declare declare) {
      return new Declare(target(declare.local()), in(declare.value()));
    }
    if (statement instanceof Assign assign) {
      return new Assign(target(assign.local()), in(assign.value()));
    }
    if (statement instanceof Store store) {
      return new Store(store.buffer(), in(store.index()), in(store.value()));
    }
    if (statement instanceof LoopStatement.InRange range) {
      return new LoopStatement.InRange(range.buffer(), in(range.index()));
    }
    if (statement instanceof LoopStatement.Copy copy) {
      return new LoopStatement.Copy(
          copy.source(), in(copy.from()), copy.target(), in(copy.to()), copy.count());
    }
    if (statement instanceof LoopStatement.Invoke invoke) {
      return new LoopStatement.Invoke(
          invoke.kernel(),
          invoke.arrays().stream()
              .map(each -> new LoopStatement.Elements(each.buffer(), in(each.from())))
              .toList(),
          invoke.integers().stream().map(this::in).toList());
    }
    If conditional = (If) statement;
    LoopExpression condition = in(conditional.condition());
    if (condition instanceof Literal decided) {
      return in(decided.value() != 0 ? conditional.then() : conditional.otherwise());
    }
    return new If(condition, in(conditional.then()), in(conditional.otherwise()));
  }

  private Local target(Local local) {
    return (Local) in(local);
  }
}
