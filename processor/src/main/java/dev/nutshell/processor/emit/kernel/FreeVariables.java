package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpressions;
import dev.nutshell.processor.loop.program.LoopStatement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a statement reads from around it, in order of first use: the parameters of its method. */
final class FreeVariables {
  private final Set<Kernel.Buffer> buffers = new LinkedHashSet<>();
  private final Set<Local> locals = new LinkedHashSet<>();
  private final Set<String> declared = new HashSet<>();
  private boolean vectors;

  private FreeVariables() {}

  static FreeVariables of(LoopStatement statement) {
    FreeVariables variables = new FreeVariables();
    variables.statement(statement);
    return variables;
  }

  Set<Kernel.Buffer> buffers() {
    return buffers;
  }

  Set<Local> locals() {
    return locals;
  }

  /** Whether there are loops over vectors in the statement. */
  boolean hasVectors() {
    return vectors;
  }

  private void statement(LoopStatement statement) {
    if (statement instanceof LoopStatement.Block block) {
      block.statements().forEach(this::statement);
    } else if (statement instanceof LoopStatement.Part part) {
      statement(part.body());
    } else if (statement instanceof LoopStatement.For loop) {
      expression(loop.from());
      expression(loop.to());
      declared.add(loop.index().name());
      statement(loop.body());
    } else if (statement instanceof LoopStatement.Vectors loop) {
      vectors = true;
      expression(loop.to());
      declared.add(loop.index().name());
      declared.add(LoopStatement.Vectors.LANE.name());
      statement(loop.body());
    } else if (statement instanceof LoopStatement.Striped loop) {
      expression(loop.sum());
      declared.add(loop.index().name());
      statement(loop.body());
    } else if (statement instanceof LoopStatement.Declare declare) {
      expression(declare.value());
      declared.add(declare.local().name());
    } else if (statement instanceof LoopStatement.Assign assign) {
      expression(assign.local());
      expression(assign.value());
    } else if (statement instanceof LoopStatement.Store store) {
      buffers.add(store.buffer());
      expression(store.index());
      expression(store.value());
    } else if (statement instanceof LoopStatement.InRange range) {
      buffers.add(range.buffer());
      expression(range.index());
    } else if (statement instanceof LoopStatement.Copy copy) {
      buffers.add(copy.source());
      buffers.add(copy.target());
      expression(copy.from());
      expression(copy.to());
    } else if (statement instanceof LoopStatement.Invoke invoke) {
      for (LoopStatement.Elements elements : invoke.arrays()) {
        buffers.add(elements.buffer());
        expression(elements.from());
      }
      invoke.integers().forEach(this::expression);
    } else if (statement instanceof LoopStatement.If conditional) {
      expression(conditional.condition());
      statement(conditional.then());
      statement(conditional.otherwise());
    }
  }

  private void expression(LoopExpression expression) {
    if (expression instanceof Local local && !declared.contains(local.name())) {
      locals.add(local);
    }
    if (expression instanceof LoopExpression.Load load) {
      buffers.add(load.buffer());
    }
    LoopExpressions.children(expression).forEach(this::expression);
  }
}
