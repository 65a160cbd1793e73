package dev.nutshell.processor.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the parts of a list that repeat what comes before them, so that a network of many equal blocks needs no more code than
 * one of few.
 */
final class Repetitions {

  /** {@code times} equal stretches of {@code period} items, one after the other, from {@code start}. */
  record Run(int start, int period, int times) {
    int end() {
      return start + period * times;
    }

    /** How many items need not be written. */
    int saved() {
      return period * (times - 1);
    }
  }

  private final int[] keys;
  private final int worthwhile;
  private final List<Run> runs = new ArrayList<>();

  private Repetitions(int[] keys, int worthwhile) {
    this.keys = keys;
    this.worthwhile = worthwhile;
  }

  /**
   * The runs in a list, in order, without overlap: always the one first that saves most.
   *
   * @param key what has to be equal
   * @param worthwhile how many items a run has to save
   */
  static <T> List<Run> find(List<T> items, Function<? super T, ?> key, int worthwhile) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] keys = new int[items.size()];
    for (int i = 0; i < keys.length; i++) {
      Object itemKey = key.apply(items.get(i));
      Integer known = numbers.putIfAbsent(itemKey, numbers.size());
      keys[i] = known == null ? numbers.size() - 1 : known;
    }
    Repetitions search = new Repetitions(keys, worthwhile);
    search.search(0, keys.length);
    return search.runs;
  }

  private void search(int from, int to) {
    Run best = new Run(from, 0, 1);
    for (int period = 1; period <= (to - from) / 2; period++) {
      int matching = 0;
      for (int i = to - period - 1; i >= from; i--) {
        matching = keys[i] == keys[i + period] ? matching + 1 : 0;
        Run run = new Run(i, period, matching / period + 1);
        if (run.saved() > best.saved() || (run.saved() == best.saved() && isSimpler(run, best))) {
          best = run;
        }
      }
    }
    if (best.saved() >= worthwhile && best.times() > 1) {
      search(from, best.start());
      runs.add(best);
      search(best.end(), to);
    }
  }

  private static boolean isSimpler(Run run, Run best) {
    return run.period() < best.period()
        || (run.period() == best.period() && run.start() < best.start());
  }
}
