package dev.nutshell.data.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.measure.Allocation;
import dev.nutshell.data.measure.Rows;
import dev.nutshell.data.pipeline.Pipeline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SequencesTest {

  private static final Sequences SEQUENCES =
      Sequences.of(List.of(new int[] {1, 2}, new int[] {}, new int[] {3, 4, 5, 6}, new int[] {7}));

  @Test
  void shortOnesAreFilledUpAndLongOnesCut() {
    assertArrayEquals(
        new int[] {1, 2, 9, 9, 9, 9, 3, 4, 5, 7, 9, 9}, SEQUENCES.pad(3, Padding.POST, 9).ints());
    assertArrayEquals(
        new int[] {0, 1, 2, 0, 0, 0, 4, 5, 6, 0, 0, 7}, SEQUENCES.pad(3, Padding.PRE, 0).ints());
    assertArrayEquals(new int[] {2, 0, 3, 1}, SEQUENCES.lengths(3).ints());
    assertArrayEquals(
        new boolean[] {true, true, false, false, true, true, true, false},
        SEQUENCES.mask(2, Padding.POST).booleans());
    assertArrayEquals(
        new boolean[] {false, true}, SEQUENCES.select(3).mask(2, Padding.PRE).booleans());
  }

  @Test
  void bucketsHoldSimilarLengths() {
    SortedMap<Integer, int[]> buckets = SEQUENCES.buckets(1, 2, 3);
    assertEquals(Set.of(1, 2, 3), buckets.keySet());
    assertArrayEquals(new int[] {1, 3}, buckets.get(1));
    assertArrayEquals(new int[] {0}, buckets.get(2));
    assertArrayEquals(new int[] {2}, buckets.get(3));
    assertEquals(Set.of(5), SEQUENCES.buckets(5, 9).keySet());
    assertRefused("lengths: one or more expected, none found", () -> SEQUENCES.buckets());
    assertRefused(
        "lengths: ascending from 1 expected, [3, 3] found", () -> SEQUENCES.buckets(3, 3));
  }

  @Test
  void windowsAndWhatFollows() {
    TokenWindows windows = new TokenWindows(new int[] {1, 2, 3, 4, 5, 6}, 3, 1, "in", "next");
    assertEquals(3, windows.size());
    assertArrayEquals(new int[] {1, 2, 3, 2, 3, 4, 3, 4, 5}, windows.column("in").ints());
    assertArrayEquals(new int[] {2, 3, 4, 3, 4, 5, 4, 5, 6}, windows.column("next").ints());
    TokenWindows apart = new TokenWindows(new int[] {1, 2, 3, 4, 5, 6}, 2, 2, "in", "next");
    assertArrayEquals(new int[] {1, 2, 3, 4}, apart.column("in").ints());
    Pipeline scaled = Pipeline.of(apart).map("in", (from, to) -> to[0] = from[0] / 2);
    assertEquals(0.5f, scaled.column("in").floats()[0]);
    assertRefused(
        "a window of 6 tokens and the next expected, 6 tokens found",
        () -> new TokenWindows(new int[6], 6, 1, "in", "next"));
    assertRefused(
        "stride: 1 or more expected, 0 found",
        () -> new TokenWindows(new int[6], 2, 0, "in", "next"));
  }

  @Test
  void windowsAreReadWithoutAllocating() {
    TokenWindows windows = new TokenWindows(new int[5000], 64, 1, "in", "next");
    Column in = Column.of(64, new int[64 * 16]);
    Column next = Column.of(64, new int[64 * 16]);
    int[] order = Rows.inOrder(windows.size());
    try (BatchReader reader = windows.reader(Map.of("in", in, "next", next))) {
      long bytes =
          Allocation.settledBytes(
              () -> {
                reader.begin(Epoch.EVALUATION, order, 0);
                for (int i = 0; i < 100; i++) {
                  reader.read(0, 16);
                }
              });
      assertEquals(0, bytes);
    }
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
