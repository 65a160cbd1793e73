package dev.nutshell.processor.loop;

import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins of gradients that lie side by side become one: most networks have a single one, over all
 * parameters, which the runtime shares out among the threads.
 */
final class GradientJoins {
  private GradientJoins() {}

  /** The serial steps of a phase, with merged joins before all else. */
  static List<Program.Step> merged(List<Program.Step> steps) {
    List<Program.Join> joins = new ArrayList<>();
    List<Program.Step> rest = new ArrayList<>();
    for (Program.Step step : steps) {
      if (step instanceof Program.Join join && join.isOfGradients()) {
        joins.add(join);
      } else {
        rest.add(step);
      }
    }
    joins.sort(Comparator.comparingInt(join -> join.whole().offset()));
    List<Program.Step> result = new ArrayList<>(runs(joins));
    result.addAll(rest);
    return result;
  }

  private static List<Program.Join> runs(List<Program.Join> joins) {
    List<Program.Join> runs = new ArrayList<>();
    for (Program.Join join : joins) {
      int last = runs.size() - 1;
      if (last >= 0 && end(runs.get(last)) == join.whole().offset()) {
        Program.Join run = runs.get(last);
        int size = run.size() + join.size();
        runs.set(last, new Program.Join(run.partial(), run.whole(), size, run.op()));
      } else {
        runs.add(join);
      }
    }
    return runs;
  }

  private static int end(Program.Join join) {
    return join.whole().offset() + join.size();
  }
}
