package dev.nutshell.processor.emit.driver;

import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program touches. */
public final class ProgramContents {
  private ProgramContents() {}

  /** Without the joins of gradients, which the runtime does. */
  public static Stream<Place> places(Program program) {
    return steps(program).flatMap(ProgramContents::places);
  }

  private static Stream<Place> places(Program.Step step) {
    if (step instanceof Program.Call call) {
      return call.places().stream();
    }
    return step instanceof Program.Join join && !join.isOfGradients()
        ? Stream.of(join.partial(), join.whole())
        : Stream.empty();
  }

  public static Stream<Kernel> kernels(Program program) {
    return steps(program)
        .filter(Program.Call.class::isInstance)
        .map(step -> ((Program.Call) step).kernel());
  }

  /** The integers that the loops among the steps count. */
  static Set<String> loopIndices(List<Program.Step> steps) {
    return steps.stream()
        .flatMap(ProgramContents::within)
        .filter(Program.Loop.class::isInstance)
        .map(step -> ((Program.Loop) step).axis().name())
        .collect(Collectors.toSet());
  }

  /** The steps of every run of a program on one thread, in order. */
  public static List<Program.Step> inOrder(Program program) {
    return program.phases().stream()
        .flatMap(phase -> Stream.concat(phase.serial().stream(), phase.parallel().stream()))
        .toList();
  }

  /** All steps, those inside loops as well. */
  private static Stream<Program.Step> steps(Program program) {
    return Stream.concat(program.preparation().stream(), inOrder(program).stream())
        .flatMap(ProgramContents::within);
  }

  private static Stream<Program.Step> within(Program.Step step) {
    return step instanceof Program.Loop loop
        ? Stream.concat(Stream.of(step), loop.body().stream().flatMap(ProgramContents::within))
        : Stream.of(step);
  }
}
