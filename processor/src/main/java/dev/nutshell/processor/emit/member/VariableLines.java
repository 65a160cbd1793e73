package dev.nutshell.processor.emit.member;

import dev.nutshell.processor.emit.driver.Repetitions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the variables of equal blocks once, in the form that the runtime's {@code ModelSpec.parse}
 * writes out again.
 */
final class VariableLines {
  /** The number of a block: a whole segment of a path. */
  private static final Pattern BLOCK = Pattern.compile("(?<=\\.)\\d+(?=\\.)");

  /** Lines around a repetition. */
  private static final int WORTHWHILE = 2;

  private VariableLines() {}

  static List<String> compact(List<String> lines) {
    List<String> compact = new ArrayList<>();
    int written = 0;
    for (Repetitions.Run run :
        Repetitions.find(lines, VariableLines::key, run -> gain(lines, run))) {
      compact.addAll(lines.subList(written, run.start()));
      compact.add("repeat " + run.times());
      for (int i = run.start(); i < run.start() + run.period(); i++) {
        compact.add(BLOCK.matcher(lines.get(i)).replaceAll("{$0}"));
      }
      compact.add("end");
      written = run.end();
    }
    compact.addAll(lines.subList(written, lines.size()));
    return compact;
  }

  private static String key(String line) {
    return BLOCK.matcher(line).replaceAll("#");
  }

  /** Nothing unless each line's numbers all go up by one from time to time. */
  private static int gain(List<String> lines, Repetitions.Run run) {
    for (int i = run.start(); i < run.start() + run.period(); i++) {
      if (!isCounted(lines, run, i)) {
        return 0;
      }
    }
    return run.saved() - WORTHWHILE;
  }

  private static boolean isCounted(List<String> lines, Repetitions.Run run, int first) {
    List<Integer> numbers = numbers(lines.get(first));
    for (int time = 1; time < run.times(); time++) {
      int later = time;
      List<Integer> expected = numbers.stream().map(number -> number + later).toList();
      if (!numbers(lines.get(first + time * run.period())).equals(expected)) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> numbers(String line) {
    return BLOCK.matcher(line).results().map(MatchResult::group).map(Integer::parseInt).toList();
  }
}
