package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.loop.program.LoopExpression.Local;
import dev.nutshell.processor.loop.program.LoopStatement.Assign;
import dev.nutshell.processor.loop.program.LoopStatement.Block;
import dev.nutshell.processor.loop.program.LoopStatement.Copy;
import dev.nutshell.processor.loop.program.LoopStatement.Declare;
import dev.nutshell.processor.loop.program.LoopStatement.Elements;
import dev.nutshell.processor.loop.program.LoopStatement.For;
import dev.nutshell.processor.loop.program.LoopStatement.If;
import dev.nutshell.processor.loop.program.LoopStatement.InRange;
import dev.nutshell.processor.loop.program.LoopStatement.Invoke;
import dev.nutshell.processor.loop.program.LoopStatement.Part;
import dev.nutshell.processor.loop.program.LoopStatement.Store;
import dev.nutshell.processor.loop.program.LoopStatement.Striped;
import dev.nutshell.processor.loop.program.LoopStatement.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The structure of statements. */
public final class LoopStatements {
  private LoopStatements() {}

  /** The statements directly inside, in order. */
  public static List<LoopStatement> children(LoopStatement statement) {
    if (statement instanceof Block block) {
      return block.statements();
    }
    if (statement instanceof For loop) {
      return List.of(loop.body());
    }
    if (statement instanceof Vectors loop) {
      return List.of(loop.body());
    }
    if (statement instanceof Striped loop) {
      return List.of(loop.body());
    }
    if (statement instanceof Part part) {
      return List.of(part.body());
    }
    if (statement instanceof If conditional) {
      return List.of(conditional.then(), conditional.otherwise());
    }
    return List.of();
  }

  /** What it reads itself, outside of its children, and the variable that it assigns to. */
  public static List<LoopExpression> expressions(LoopStatement statement) {
    if (statement instanceof For loop) {
      return List.of(loop.from(), loop.to());
    }
    if (statement instanceof Vectors loop) {
      return List.of(loop.to());
    }
    if (statement instanceof Striped loop) {
      return List.of(loop.sum());
    }
    if (statement instanceof Declare declare) {
      return List.of(declare.value());
    }
    if (statement instanceof Assign assign) {
      return List.of(assign.local(), assign.value());
    }
    if (statement instanceof Store store) {
      return List.of(store.index(), store.value());
    }
    if (statement instanceof InRange range) {
      return List.of(range.index());
    }
    if (statement instanceof Copy copy) {
      return List.of(copy.from(), copy.to());
    }
    if (statement instanceof Invoke invoke) {
      List<LoopExpression> all = new ArrayList<>();
      invoke.arrays().forEach(each -> all.add(each.from()));
      all.addAll(invoke.integers());
      return all;
    }
    return statement instanceof If conditional ? List.of(conditional.condition()) : List.of();
  }

  /** The buffers that it names itself, outside of expressions and children. */
  public static List<Kernel.Buffer> buffers(LoopStatement statement) {
    if (statement instanceof Store store) {
      return List.of(store.buffer());
    }
    if (statement instanceof InRange range) {
      return List.of(range.buffer());
    }
    if (statement instanceof Copy copy) {
      return List.of(copy.source(), copy.target());
    }
    return statement instanceof Invoke invoke
        ? invoke.arrays().stream().map(Elements::buffer).toList()
        : List.of();
  }

  /** The variables that its children may read because of it. */
  public static List<Local> indices(LoopStatement statement) {
    if (statement instanceof For loop) {
      return List.of(loop.index());
    }
    if (statement instanceof Vectors loop) {
      return List.of(loop.index(), Vectors.LANE);
    }
    return statement instanceof Striped loop ? List.of(loop.index()) : List.of();
  }

  /** The same statement around others. */
  public static LoopStatement rebuild(LoopStatement statement, UnaryOperator<LoopStatement> child) {
    return rebuild(statement, child, expression -> expression);
  }

  /**
   * The same statement around others and with other expressions.
   *
   * @param in gives another variable, or the same, for one that is declared or assigned to
   */
  public static LoopStatement rebuild(
      LoopStatement statement,
      UnaryOperator<LoopStatement> child,
      UnaryOperator<LoopExpression> in) {
    if (statement instanceof Block block) {
      return new Block(block.statements().stream().map(child).toList());
    }
    if (statement instanceof For loop) {
      return new For(
          (Local) in.apply(loop.index()),
          in.apply(loop.from()),
          in.apply(loop.to()),
          loop.step(),
          loop.kind(),
          child.apply(loop.body()));
    }
    if (statement instanceof Vectors loop) {
      return new Vectors(
          (Local) in.apply(loop.index()),
          in.apply(loop.to()),
          loop.vectors(),
          loop.remainder(),
          child.apply(loop.body()));
    }
    if (statement instanceof Striped loop) {
      return new Striped(
          (Local) in.apply(loop.index()),
          loop.count(),
          loop.join(),
          loop.start(),
          (Local) in.apply(loop.sum()),
          loop.vectors(),
          child.apply(loop.body()));
    }
    if (statement instanceof Part part) {
      return new Part(part.name(), child.apply(part.body()));
    }
    if (statement instanceof If conditional) {
      return new If(
          in.apply(conditional.condition()),
          child.apply(conditional.then()),
          child.apply(conditional.otherwise()));
    }
    if (statement instanceof Declare declare) {
      return new Declare((Local) in.apply(declare.local()), in.apply(declare.value()));
    }
    if (statement instanceof Assign assign) {
      return new Assign((Local) in.apply(assign.local()), in.apply(assign.value()));
    }
    if (statement instanceof Store store) {
      return new Store(store.buffer(), in.apply(store.index()), in.apply(store.value()));
    }
    if (statement instanceof InRange range) {
      return new InRange(range.buffer(), in.apply(range.index()));
    }
    if (statement instanceof Copy copy) {
      return new Copy(
          copy.source(), in.apply(copy.from()), copy.target(), in.apply(copy.to()), copy.count());
    }
    Invoke invoke = (Invoke) statement;
    return new Invoke(
        invoke.kernel(),
        invoke.arrays().stream()
            .map(each -> new Elements(each.buffer(), in.apply(each.from())))
            .toList(),
        invoke.integers().stream().map(in).toList());
  }
}
