package dev.nutshell.processor.emit;

import dev.nutshell.processor.loop.Kernel;
import dev.nutshell.processor.loop.Place;
import dev.nutshell.processor.loop.Program;
import java.util.stream.Stream;

/** What a program touches. */
final class ProgramContents {
  private ProgramContents() {}

  /** Without the joins of gradients, which the runtime does. */
  static Stream<Place> places(Program program) {
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

  static Stream<Kernel> kernels(Program program) {
    return steps(program)
        .filter(Program.Call.class::isInstance)
        .map(step -> ((Program.Call) step).kernel());
  }

  /** All steps, those inside loops as well. */
  private static Stream<Program.Step> steps(Program program) {
    return program.phases().stream()
        .flatMap(phase -> Stream.concat(phase.serial().stream(), phase.parallel().stream()))
        .flatMap(ProgramContents::within);
  }

  private static Stream<Program.Step> within(Program.Step step) {
    return step instanceof Program.Loop loop
        ? Stream.concat(Stream.of(step), loop.body().stream().flatMap(ProgramContents::within))
        : Stream.of(step);
  }
}
