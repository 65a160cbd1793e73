package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Literal;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Block;
import dev.nutshell.processor.loop.program.LoopStatement.Declare;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes out the loops that are marked {@link For.Kind#UNROLLED} and run between literals,
 * iteration by iteration.
 */
final class Unrolling {
  private Unrolling() {}

  static LoopStatement of(LoopStatement statement) {
    LoopStatement inside = LoopStatements.rebuild(statement, Unrolling::of);
    boolean written =
        inside instanceof For loop
            && loop.kind() == For.Kind.UNROLLED
            && loop.from() instanceof Literal
            && loop.to() instanceof Literal;
    return written ? iterations((For) inside) : inside;
  }

  private static LoopStatement iterations(For loop) {
    int from = (int) ((Literal) loop.from()).value();
    int to = (int) ((Literal) loop.to()).value();
    List<LoopStatement> iterations = new ArrayList<>();
    if (loop.step() > 0) {
      for (int i = from; i < to; i += loop.step()) {
        iterations.add(iteration(loop.index(), i, loop.body()));
      }
    } else {
      for (int i = to - 1; i >= from; i += loop.step()) {
        iterations.add(iteration(loop.index(), i, loop.body()));
      }
    }
    return new Block(iterations);
  }

  /**
   * What the body declares gets a name for each iteration, since all of them now share one scope.
   */
  private static LoopStatement iteration(Local index, int value, LoopStatement body) {
    Map<Local, LoopExpression> values = new HashMap<>();
    values.put(index, IntegerFolding.literal(value));
    declared(body, values, "." + value);
    return new Substitution(values).in(body);
  }

  static void declared(LoopStatement body, Map<Local, LoopExpression> values, String suffix) {
    if (body instanceof Declare declare) {
      Local local = declare.local();
      values.put(local, new Local(local.name() + suffix, local.type()));
    } else if (body instanceof Block block) {
      block.statements().forEach(each -> declared(each, values, suffix));
    }
  }
}
