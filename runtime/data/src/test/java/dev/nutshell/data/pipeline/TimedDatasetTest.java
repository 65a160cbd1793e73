package dev.nutshell.data.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.measure.Rows;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimedDatasetTest {

  private static final int SIZE = 40;
  private static final long PAUSE_NANOS = 5_000_000;
  private static final Dataset NUMBERS = Dataset.of("x", Column.of(1, Rows.inOrder(SIZE)));

  private final Column batch = Column.of(1, new float[10]);

  /** Every sample takes a while to be read. */
  private static Dataset slow() {
    return Pipeline.of(NUMBERS)
        .map(
            "x",
            (from, to) -> {
              pause();
              to[0] = from[0];
            });
  }

  private static void pause() {
    long end = System.nanoTime() + PAUSE_NANOS;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private void readAll(Dataset data, int pausesBetween) {
    try (BatchReader reader = data.reader(Map.of("x", batch))) {
      reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), 0);
      for (int i = 0; i < SIZE / 10; i++) {
        reader.read(0, 10);
        for (int k = 0; k < pausesBetween; k++) {
          pause();
        }
      }
    }
  }

  @Test
  void slowReadingIsWaitedFor() {
    TimedDataset timed = TimedDataset.of(slow());
    readAll(timed, 0);
    assertTrue(timed.secondsWaited() >= 1e-9 * SIZE * PAUSE_NANOS, timed.toString());
    assertTrue(timed.shareWaited() > 0.5 && timed.shareWaited() <= 1, timed.toString());
  }

  @Test
  void whatIsReadAheadIsNotWaitedFor() {
    TimedDataset waiting = TimedDataset.of(slow());
    readAll(waiting, 20);
    TimedDataset ahead = TimedDataset.of(Pipeline.of(slow()).prefetch(4));
    readAll(ahead, 20);
    assertTrue(ahead.shareWaited() < 0.7 * waiting.shareWaited(), ahead + ", without: " + waiting);
  }

  @Test
  void samplesAreThoseOfTheSource() {
    TimedDataset timed = TimedDataset.of(NUMBERS);
    assertEquals("waited 0.00 s for data, 0.00 % of the time", timed.toString());
    assertEquals(NUMBERS.fields(), timed.fields());
    assertEquals(SIZE, timed.size());
    readAll(timed, 0);
    assertArrayEquals(new float[] {30, 31, 32, 33, 34, 35, 36, 37, 38, 39}, batch.floats());
    assertEquals(39, timed.column("x").get(39));
  }
}
