package dev.nutshell.data.sequence;

import dev.nutshell.data.Column;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Sequences of tokens of any lengths, to be put into rows of one length. Immutable. */
public final class Sequences {

  private final List<int[]> sequences;

  private Sequences(List<int[]> sequences) {
    this.sequences = sequences;
  }

  /** Sequences; the arrays are kept and not copied. */
  public static Sequences of(List<int[]> sequences) {
    return new Sequences(List.copyOf(sequences));
  }

  /** The number of sequences. */
  public int size() {
    return sequences.size();
  }

  /** Some of the sequences, in the order given. */
  public Sequences select(int... selected) {
    return new Sequences(IntStream.of(selected).mapToObj(sequences::get).toList());
  }

  /**
   * Rows of one length, as {@code pad_sequences} of Keras: what is too long is cut on the side that
   * what is too short is filled up on.
   *
   * @param length tokens of a row
   * @param value what rows are filled up with
   */
  public Column pad(int length, Padding padding, int value) {
    int[] rows = new int[Math.multiplyExact(size(), length)];
    Arrays.fill(rows, value);
    for (int i = 0; i < size(); i++) {
      int[] sequence = sequences.get(i);
      int kept = Math.min(length, sequence.length);
      boolean pre = padding == Padding.PRE;
      int from = pre ? sequence.length - kept : 0;
      System.arraycopy(sequence, from, rows, i * length + (pre ? length - kept : 0), kept);
    }
    return Column.of(length, rows);
  }

  /** For each sequence the number of its tokens that {@link #pad} keeps. */
  public Column lengths(int length) {
    return Column.of(
        1, sequences.stream().mapToInt(sequence -> Math.min(length, sequence.length)).toArray());
  }

  /** Rows as those of {@link #pad}, true where there is a token and false where there is none. */
  public Column mask(int length, Padding padding) {
    boolean[] rows = new boolean[Math.multiplyExact(size(), length)];
    for (int i = 0; i < size(); i++) {
      int kept = Math.min(length, sequences.get(i).length);
      int start = i * length + (padding == Padding.PRE ? length - kept : 0);
      Arrays.fill(rows, start, start + kept, true);
    }
    return Column.of(length, rows);
  }

  /**
   * Divides the sequences by length, so that little is padded: each is in the first bucket that it
   * fits into, those too long for all in the last. Buckets without a sequence are left out.
   *
   * @param lengths the lengths of the buckets, ascending
   * @return for each length that is needed the numbers of its sequences, ascending, which {@code
   *     select} takes
   * @throws IllegalArgumentException if they do not ascend, or there is none
   */
  public SortedMap<Integer, int[]> buckets(int... lengths) {
    if (lengths.length == 0) {
      throw new IllegalArgumentException("lengths: one or more expected, none found");
    }
    SortedMap<Integer, int[]> buckets = new TreeMap<>();
    for (int b = 0; b < lengths.length; b++) {
      int above = b == 0 ? -1 : lengths[b - 1];
      int upTo = b == lengths.length - 1 ? Integer.MAX_VALUE : lengths[b];
      if (lengths[b] < 1 || lengths[b] <= above) {
        throw new IllegalArgumentException(
            "lengths: ascending from 1 expected, " + Arrays.toString(lengths) + " found");
      }
      int[] samples =
          IntStream.range(0, size())
              .filter(i -> sequences.get(i).length > above && sequences.get(i).length <= upTo)
              .toArray();
      if (samples.length > 0) {
        buckets.put(lengths[b], samples);
      }
    }
    return Collections.unmodifiableSortedMap(buckets);
  }
}
