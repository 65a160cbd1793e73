package dev.nutshell.processor.emit.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Finds the parts of a list that repeat what comes before them, so that a network of many equal
 * blocks needs no more code than one of few.
 */
public final class Repetitions {

  /**
   * {@code times} equal stretches of {@code period} items, one after the other, from {@code start}.
   */
  public record Run(int start, int period, int times) {
    public int end() {
      return start + period * times;
    }

    /** How many items need not be written. */
    public int saved() {
      return period * (times - 1);
    }
  }

  private final int[] keys;
  private final ToIntFunction<Run> gain;
  private final List<Run> runs = new ArrayList<>();

  private Repetitions(int[] keys, ToIntFunction<Run> gain) {
    this.keys = keys;
    this.gain = gain;
  }

  /**
   * The runs in a list, in order, without overlap: always the one first that gains most.
   *
   * @param key what has to be equal
   * @param gain what a loop in the place of a run is worth; none above 0 is left alone
   */
  public static <T> List<Run> find(
      List<T> items, Function<? super T, ?> key, ToIntFunction<Run> gain) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] keys = new int[items.size()];
    for (int i = 0; i < keys.length; i++) {
      Integer known = numbers.putIfAbsent(key.apply(items.get(i)), numbers.size());
      keys[i] = known == null ? numbers.size() - 1 : known;
    }
    Repetitions search = new Repetitions(keys, gain);
    search.search(0, keys.length);
    return search.runs;
  }

  private void search(int from, int to) {
    Run best = null;
    int most = 0;
    for (int period = 1; period <= (to - from) / 2; period++) {
      Run run = longest(from, to, period);
      if (run.times() > 1 && run.saved() > most) {
        int worth = gain.applyAsInt(run);
        if (worth > most) {
          best = run;
          most = worth;
        }
      }
    }
    if (best != null) {
      search(from, best.start());
      runs.add(best);
      search(best.end(), to);
    }
  }

  /** The run of a period that saves most; the first of those. */
  private Run longest(int from, int to, int period) {
    Run longest = new Run(from, period, 1);
    int matching = 0;
    for (int i = to - period - 1; i >= from; i--) {
      matching = keys[i] == keys[i + period] ? matching + 1 : 0;
      int times = matching / period + 1;
      if (times >= longest.times()) {
        longest = new Run(i, period, times);
      }
    }
    return longest;
  }
}
