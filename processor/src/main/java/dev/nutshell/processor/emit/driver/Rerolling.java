package dev.nutshell.processor.emit.driver;

import dev.nutshell.processor.emit.driver.DriverStep.Repetition;
import dev.nutshell.processor.emit.driver.DriverStep.Scan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns repeated runs of steps into loops, where that is less to read. */
final class Rerolling {
  /** Lines that a loop has to save besides its own two. */
  private static final int WORTHWHILE = 4;

  private static final int TABLE_NUMBERS_IN_A_LINE = 10;

  private Rerolling() {}

  static List<DriverStep> of(List<DriverStep> steps) {
    List<DriverStep> inner = steps.stream().map(Rerolling::inside).toList();
    List<DriverStep> result = new ArrayList<>();
    int written = 0;
    for (Repetitions.Run run :
        Repetitions.find(inner, DriverStep::shape, run -> gain(inner, run))) {
      result.addAll(inner.subList(written, run.start()));
      result.add(
          new Repetition(
              run.times(),
              inner.subList(run.start(), run.start() + run.period()),
              series(inner, run)));
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

  /** The lines saved, less those of the loop and of its tables. */
  private static int gain(List<DriverStep> steps, Repetitions.Run run) {
    if (run.saved() <= WORTHWHILE) {
      return 0;
    }
    Set<List<Integer>> tables = new HashSet<>();
    for (NumberSeries series : series(steps, run)) {
      if (series instanceof NumberSeries.Table table) {
        tables.add(table.distances());
      }
    }
    int linesOfTable = 2 + run.times() / TABLE_NUMBERS_IN_A_LINE;
    return run.saved() - WORTHWHILE - tables.size() * linesOfTable;
  }

  private static List<NumberSeries> series(List<DriverStep> steps, Repetitions.Run run) {
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
    return series;
  }

  private static List<Integer> numbers(List<DriverStep> steps) {
    return steps.stream().flatMap(step -> step.numbers().stream()).toList();
  }
}
