package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.loop.program.LoopExpression.Local;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what renderers rely on: calls have a place for each buffer, of its type and within its
 * area; kernels name only what is declared, once; steps are passed inside their loops alone.
 */
public final class ProgramVerifier {
  private static final Set<String> IN_PARALLEL =
      Set.of(KernelIntegers.FROM, KernelIntegers.TO, KernelIntegers.CHUNK);

  private final Program program;

  private ProgramVerifier(Program program) {
    this.program = program;
  }

  /**
   * Checks a program.
   *
   * @throws IllegalStateException naming what is wrong
   */
  public static void verify(Program program) {
    ProgramVerifier verifier = new ProgramVerifier(program);
    verifier.steps(program.preparation(), Set.of());
    for (Program.Phase phase : program.phases()) {
      verifier.steps(phase.serial(), Set.of());
      verifier.steps(phase.parallel(), IN_PARALLEL);
    }
  }

  private void steps(List<Program.Step> steps, Set<String> integers) {
    for (Program.Step step : steps) {
      if (step instanceof Program.Call call) {
        call(call, integers);
      } else if (step instanceof Program.Loop loop) {
        Set<String> inside = new HashSet<>(integers);
        require(inside.add(loop.axis().name()), "two loops over " + loop.axis());
        steps(loop.body(), inside);
      } else if (step instanceof Program.Join join) {
        place(join.partial());
        place(join.whole());
      }
    }
  }

  private void call(Program.Call call, Set<String> integers) {
    Kernel kernel = call.kernel();
    require(
        kernel.buffers().size() == call.places().size(),
        kernel.name()
            + " has "
            + kernel.buffers().size()
            + " buffers, but "
            + call.places().size()
            + " places");
    for (int i = 0; i < call.places().size(); i++) {
      require(
          kernel.buffers().get(i).type() == call.places().get(i).type(),
          kernel.name() + ": " + call.places().get(i) + " for " + kernel.buffers().get(i));
      place(call.places().get(i));
    }
    Set<String> names = new HashSet<>();
    kernel.buffers().forEach(buffer -> declare(kernel, buffer.name(), names));
    for (Local integer : kernel.integers()) {
      declare(kernel, integer.name(), names);
      boolean rows = IN_PARALLEL.contains(integer.name());
      require(
          !rows || integers.contains(integer.name()),
          kernel.name() + " takes " + integer.name() + " in a serial part");
    }
    statement(kernel, kernel.body(), names);
  }

  private void place(Place place) {
    boolean planned = place.area().isPlanned();
    int size = program.memory().size(place.area(), place.type());
    require(!planned || place.offset() < size, place + " is outside of its area of " + size);
    require(
        !planned || !place.area().hasRows() || place.rowStride() >= size,
        place + " is shorter than a row of " + size);
  }

  private static void declare(Kernel kernel, String name, Set<String> names) {
    require(names.add(name), kernel.name() + " declares " + name + " twice");
  }

  private static void statement(Kernel kernel, LoopStatement statement, Set<String> names) {
    LoopStatements.expressions(statement).forEach(each -> expression(kernel, each, names));
    LoopStatements.buffers(statement).forEach(each -> buffer(kernel, each));
    if (statement instanceof LoopStatement.Declare declare) {
      declare(kernel, declare.local().name(), names);
    } else if (statement instanceof LoopStatement.Copy copy) {
      require(copy.source().type() == copy.target().type(), kernel.name() + " copies other types");
    } else if (statement instanceof LoopStatement.Invoke invoke) {
      invoke(kernel, invoke);
    }
    Set<String> inside = new HashSet<>(names);
    LoopStatements.indices(statement).forEach(index -> declare(kernel, index.name(), inside));
    LoopStatements.children(statement).forEach(child -> statement(kernel, child, inside));
  }

  private static void invoke(Kernel kernel, LoopStatement.Invoke invoke) {
    Kernel other = invoke.kernel();
    require(
        other.buffers().size() == invoke.arrays().size()
            && other.integers().size() == invoke.integers().size(),
        kernel.name() + " runs " + other.name() + " with other parameters");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < other.buffers().size(); i++) {
      Kernel.Buffer passed = invoke.arrays().get(i).buffer();
      require(
          passed.type() == other.buffers().get(i).type()
              && passed.fromBegin() == other.buffers().get(i).fromBegin(),
          kernel.name() + " runs " + other.name() + " on " + passed);
      declare(other, other.buffers().get(i).name(), names);
    }
    other.integers().forEach(integer -> declare(other, integer.name(), names));
    statement(other, other.body(), names);
  }

  private static void expression(Kernel kernel, LoopExpression expression, Set<String> names) {
    if (expression instanceof Local local) {
      require(
          names.contains(local.name()), kernel.name() + " reads " + local.name() + " undeclared");
    }
    if (expression instanceof LoopExpression.Load load) {
      buffer(kernel, load.buffer());
    }
    for (LoopExpression child : LoopExpressions.children(expression)) {
      expression(kernel, child, names);
    }
  }

  private static void buffer(Kernel kernel, Kernel.Buffer buffer) {
    require(kernel.buffers().contains(buffer), kernel.name() + " uses a foreign buffer");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }
}
