package dev.nutshell.processor.emit.kernel;

import dev.nutshell.processor.graph.Scalar.BinaryOp;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement;
import dev.nutshell.processor.loop.program.LoopStatement.Declare;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.Striped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A striped sum (or maximum, or minimum) written out with a variable for each stripe. */
final class StripedSum {
  private final Striped loop;

  private StripedSum(Striped loop) {
    this.loop = loop;
  }

  /** The same as plain statements. */
  static LoopStatement of(Striped loop) {
    return new StripedSum(loop).statements();
  }

  private LoopStatement statements() {
    List<LoopStatement> statements = new ArrayList<>();
    for (int stripe = 0; stripe < Striped.STRIPES; stripe++) {
      statements.add(new Declare(sum(stripe), loop.start()));
    }
    int whole = loop.count() - loop.count() % Striped.STRIPES;
    List<LoopStatement> all = new ArrayList<>();
    for (int stripe = 0; stripe < Striped.STRIPES; stripe++) {
      all.add(iteration(stripe, plus(loop.index(), stripe)));
    }
    statements.add(
        new For(
            loop.index(),
            IntegerFolding.literal(0),
            IntegerFolding.literal(whole),
            Striped.STRIPES,
            For.Kind.SERIAL,
            new LoopStatement.Block(all)));
    for (int stripe = 0; whole + stripe < loop.count(); stripe++) {
      statements.add(iteration(stripe, IntegerFolding.literal(whole + stripe)));
    }
    statements.add(new LoopStatement.Assign(loop.sum(), joined(0, 1)));
    return new LoopStatement.Block(statements);
  }

  private static LoopExpression plus(Local index, int distance) {
    return IntegerFolding.fold(
        new LoopExpression.Binary(BinaryOp.ADD, index, IntegerFolding.literal(distance)));
  }

  private Local sum(int stripe) {
    return new Local(loop.sum().name() + ".stripe" + stripe, loop.sum().type());
  }

  private LoopStatement iteration(int stripe, LoopExpression index) {
    Map<Local, LoopExpression> values = new HashMap<>();
    Unrolling.declared(
        loop.body(), values, "." + stripe + "." + (index instanceof Local ? "" : "r"));
    values.put(loop.index(), index);
    values.put(loop.sum(), sum(stripe));
    return new Substitution(values).in(loop.body());
  }

  /** What joins every stripe whose number is {@code first} modulo {@code step}. */
  private LoopExpression joined(int first, int step) {
    if (step == Striped.STRIPES) {
      return sum(first);
    }
    return new LoopExpression.Binary(
        loop.join(), joined(first, 2 * step), joined(first + step, 2 * step));
  }
}
