package dev.nutshell.data.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.measure.Rows;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimedDatasetTest {

  private static final int SIZE = 40;
  private static final long NANOS_OF_SAMPLE = 5_000_000;
  private static final Dataset NUMBERS = Dataset.of("x", Column.of(1, Rows.inOrder(SIZE)));

  private final Column batch = Column.of(1, new float[10]);

  /** A clock for each thread, which goes on where something is done that is to take a while. */
  private final ThreadLocal<Long> nanos = ThreadLocal.withInitial(() -> 0L);

  private void spend(long more) {
    nanos.set(nanos.get() + more);
  }

  private TimedDataset timed(Dataset data) {
    return TimedDataset.of(data, nanos::get);
  }

  /** Every sample takes a while to be read. */
  private Pipeline slow() {
    return Pipeline.of(NUMBERS)
        .map(
            "x",
            (from, to) -> {
              spend(NANOS_OF_SAMPLE);
              to[0] = from[0];
            });
  }

  /** Reads all samples, and works after each batch of ten for as long as so many samples take. */
  private void readAll(Dataset data, int work) {
    try (BatchReader reader = data.reader(Map.of("x", batch))) {
      reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), 0);
      for (int i = 0; i < SIZE / 10; i++) {
        reader.read(0, 10);
        spend(work * NANOS_OF_SAMPLE);
      }
    }
  }

  @Test
  void readingIsWaitedForAndWorkIsNot() {
    TimedDataset timed = timed(slow());
    readAll(timed, 30);
    // The work after the last batch is none that a batch was read after.
    assertEquals(0.2, timed.secondsWaited());
    assertEquals(40 / 130.0, timed.shareWaited());
    assertEquals("waited 0.20 s for data, 30.77 % of the time", timed.toString());
  }

  @Test
  void whoDoesNothingButReadWaitsAllTheTime() {
    TimedDataset timed = timed(slow());
    readAll(timed, 0);
    assertEquals(1, timed.shareWaited());
  }

  @Test
  void whatAnotherThreadReadsAheadTakesNoTimeHere() {
    TimedDataset timed = timed(slow().prefetch(4));
    readAll(timed, 1);
    assertEquals(0, timed.secondsWaited());
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
