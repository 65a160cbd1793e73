package dev.nutshell.processor.emit.driver;

import dev.nutshell.processor.emit.driver.DriverStep.Argument;
import dev.nutshell.processor.emit.driver.DriverStep.Call;
import dev.nutshell.processor.emit.driver.DriverStep.Scan;
import dev.nutshell.processor.emit.kernel.KernelMethods;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;

/** Steps of a program as calls of a class's methods. */
public final class DriverTranslator {

  /** How the code around the calls names what they work on. */
  public interface Scope {
    /** An expression for the array of a place. */
    String array(Place place);

    /** Where a place begins in its array. */
    Argument offset(Place place);

    /**
     * An expression for an int parameter of a kernel: rows, chunk, a bounded length, or the step of
     * a scan.
     */
    String integer(String name);

    /** Expressions for seed, step and sample indices. */
    List<String> random();
  }

  private final KernelMethods kernels;
  private final JoinMethods joins;
  private final Scope scope;

  DriverTranslator(KernelMethods kernels, JoinMethods joins, Scope scope) {
    this.kernels = kernels;
    this.joins = joins;
    this.scope = scope;
  }

  List<DriverStep> translate(List<Program.Step> steps) {
    return steps.stream().map(this::translate).toList();
  }

  private DriverStep translate(Program.Step step) {
    if (step instanceof Program.Call call) {
      return call(call);
    }
    if (step instanceof Program.Join join) {
      return join(join);
    }
    Program.Loop loop = (Program.Loop) step;
    Extent extent = loop.axis().extent();
    String length =
        extent instanceof Extent.Bounded bounded
            ? scope.integer(KernelIntegers.length(bounded))
            : Integer.toString(extent.bound());
    return new Scan(
        scope.integer(loop.axis().name()), length, loop.reverse(), translate(loop.body()));
  }

  private Call call(Program.Call call) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < call.places().size(); i++) {
      if (call.kernel().buffers().get(i).fromBegin()) {
        arguments.add(Argument.text(scope.array(call.places().get(i))));
      } else {
        add(arguments, call.places().get(i));
      }
    }
    for (LoopExpression.Local integer : call.kernel().integers()) {
      arguments.add(Argument.text(scope.integer(integer.name())));
    }
    if (call.kernel().random()) {
      scope.random().forEach(text -> arguments.add(Argument.text(text)));
    }
    return new Call(kernels.methodOf(call.kernel()), arguments);
  }

  private Call join(Program.Join join) {
    List<Argument> arguments = new ArrayList<>();
    add(arguments, join.partial());
    arguments.add(Argument.number(join.partial().rowStride()));
    arguments.add(Argument.text(scope.integer(KernelIntegers.CHUNKS)));
    add(arguments, join.whole());
    arguments.add(Argument.number(join.size()));
    return new Call(joins.methodOf(join), arguments);
  }

  private void add(List<Argument> arguments, Place place) {
    arguments.add(Argument.text(scope.array(place)));
    arguments.add(scope.offset(place));
  }
}
