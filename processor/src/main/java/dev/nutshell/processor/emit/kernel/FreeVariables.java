package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopExpressions;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatements;
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
    vectors |= statement instanceof LoopStatement.Vectors;
    buffers.addAll(LoopStatements.buffers(statement));
    LoopStatements.expressions(statement).forEach(this::expression);
    if (statement instanceof LoopStatement.Declare declare) {
      declared.add(declare.local().name());
    }
    LoopStatements.indices(statement).forEach(index -> declared.add(index.name()));
    LoopStatements.children(statement).forEach(this::statement);
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
