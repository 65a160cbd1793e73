package dev.nutshell.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Allocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ParallelPredictorTest {

  private static final int CAPACITY = 20;

  /** Scratch for one caller at a time, as a generated session is. */
  private static final class Session {
    private final int[] work;
    private Thread user;
    private int calls;

    Session(int capacity) {
      work = new int[capacity];
    }

    void squares(int from, int to, int[] results) {
      Thread thread = Thread.currentThread();
      assertTrue(user == null || user == thread, "a session of two threads at once");
      user = thread;
      calls++;
      try {
        for (int i = from; i < to; i++) {
          work[i - from] = i * i;
        }
        System.arraycopy(work, 0, results, from, to - from);
      } finally {
        user = null;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void eachSampleIsPredictedOnce(int threads) {
    int[] results = new int[1_000];
    try (WorkerPool pool = new WorkerPool(threads)) {
      ParallelPredictor<Session> predictor =
          new ParallelPredictor<>(
              pool,
              CAPACITY,
              Session::new,
              (session, from, to) -> session.squares(from, to, results));
      for (int n : new int[] {0, 1, 7, 8, 9, 63, 64, 65, 999, 1_000}) {
        Arrays.fill(results, -1);
        predictor.predict(n);
        int[] expected = IntStream.range(0, 1_000).map(i -> i < n ? i * i : -1).toArray();
        assertArrayEquals(expected, results, n + " samples");
      }
    }
  }

  @Test
  void theSamplesAreSharedOutInWholeGroups() {
    List<List<Integer>> ranges = new ArrayList<>();
    try (WorkerPool pool = new WorkerPool(3)) {
      ParallelPredictor<Object> predictor =
          new ParallelPredictor<>(
              pool,
              64,
              capacity -> new Object(),
              (session, from, to) -> {
                synchronized (ranges) {
                  ranges.add(List.of(from, to));
                }
              });
      predictor.predict(50);
      ranges.sort((a, b) -> a.get(0) - b.get(0));
      assertEquals(List.of(List.of(0, 24), List.of(24, 48), List.of(48, 50)), ranges);
      ranges.clear();
      predictor.predict(8);
      assertEquals(List.of(List.of(0, 8)), ranges);
    }
  }

  @Test
  void everySessionServesItsShare() {
    List<Session> sessions = new ArrayList<>();
    int[] results = new int[800];
    try (WorkerPool pool = new WorkerPool(4)) {
      new ParallelPredictor<>(
              pool,
              CAPACITY,
              capacity -> {
                sessions.add(new Session(capacity));
                return sessions.get(sessions.size() - 1);
              },
              (Session session, int from, int to) -> session.squares(from, to, results))
          .predict(800);
    }
    assertEquals(List.of(10, 10, 10, 10), sessions.stream().map(session -> session.calls).toList());
  }

  @Test
  void aPredictionAllocatesNothing() {
    int[] results = new int[500];
    try (WorkerPool pool = new WorkerPool(2)) {
      ParallelPredictor<Session> predictor =
          new ParallelPredictor<>(
              pool,
              CAPACITY,
              Session::new,
              (session, from, to) -> session.squares(from, to, results));
      Runnable predictions =
          () -> {
            for (int i = 0; i < 2_000; i++) {
              predictor.predict(500);
            }
          };
      assertEquals(0, Allocation.settledBytes(predictions, "nutshell-worker"));
    }
  }

  @Test
  void wrongArgumentsAreNamedAndLeaveItUsable() {
    int[] results = new int[100];
    try (WorkerPool pool = new WorkerPool(2)) {
      ParallelPredictor.Range<Session> range =
          (session, from, to) -> session.squares(from, to, results);
      assertRefused(
          "capacity: 1 or more expected, 0 found",
          () -> new ParallelPredictor<>(pool, 0, Session::new, range));
      ParallelPredictor<Session> predictor =
          new ParallelPredictor<>(pool, CAPACITY, Session::new, range);
      assertRefused("n: 0 or more samples expected, -1 found", () -> predictor.predict(-1));
      assertThrows(IndexOutOfBoundsException.class, () -> predictor.predict(101));
      predictor.predict(100);
      assertEquals(99 * 99, results[99]);
    }
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
