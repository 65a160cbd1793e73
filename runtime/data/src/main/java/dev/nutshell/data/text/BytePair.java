package dev.nutshell.data.text;

import java.util.Comparator;

/** Two tokens that stand side by side. */
record BytePair(int left, int right) implements Comparable<BytePair> {

  private static final Comparator<BytePair> ORDER =
      Comparator.comparingInt(BytePair::left).thenComparingInt(BytePair::right);

  @Override
  public int compareTo(BytePair other) {
    return ORDER.compare(this, other);
  }

  /**
   * Puts a token in the place of each pair, from the left.
   *
   * @param tokens the tokens, changed in place
   * @param length how many there are
   * @return how many there are now
   */
  int join(int[] tokens, int length, int joined) {
    int to = 0;
    for (int from = 0; from < length; from++) {
      boolean pair = from + 1 < length && tokens[from] == left && tokens[from + 1] == right;
      tokens[to++] = pair ? joined : tokens[from];
      from += pair ? 1 : 0;
    }
    return to;
  }
}
