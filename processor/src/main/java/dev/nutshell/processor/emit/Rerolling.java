package dev.nutshell.processor.emit;

import dev.nutshell.processor.emit.DriverStep.Repetition;
import dev.nutshell.processor.emit.DriverStep.Scan;
import java.util.ArrayList;
import java.util.List;

/** Turns repeated runs of steps into loops. */
final class Rerolling {
  /** A loop is harder to read than a few calls. */
  private static final int WORTHWHILE = 6;

  private Rerolling() {}

  static List<DriverStep> of(List<DriverStep> steps) {
    List<DriverStep> inner = steps.stream().map(Rerolling::inside).toList();
    List<DriverStep> result = new ArrayList<>();
    int written = 0;
    for (Repetitions.Run run : Repetitions.find(inner, DriverStep::shape, WORTHWHILE)) {
      result.addAll(inner.subList(written, run.start()));
      result.add(repetition(inner, run));
      written = run.end();
    }
    result.addAll(inner.subList(written, inner.size()));
    return result;
  }

  private static DriverStep inside(DriverStep step) {
    return step instanceof Scan scan
        ? new Scan(scan.index(), scan.extent(), scan.reverse(), of(scan.body()))
        : step;
  }

  private static Repetition repetition(List<DriverStep> steps, Repetitions.Run run) {
    List<List<Integer>> rounds = new ArrayList<>();
    for (int i = 0; i < run.times(); i++) {
      int start = run.start() + i * run.period();
      rounds.add(numbers(steps.subList(start, start + run.period())));
    }
    List<NumberSeries> series = new ArrayList<>();
    for (int number = 0; number < rounds.get(0).size(); number++) {
      int column = number;
      series.add(NumberSeries.of(rounds.stream().map(round -> round.get(column)).toList()));
    }
    return new Repetition(
        run.times(), steps.subList(run.start(), run.start() + run.period()), series);
  }

  private static List<Integer> numbers(List<DriverStep> steps) {
    return steps.stream().flatMap(step -> step.numbers().stream()).toList();
  }
}
