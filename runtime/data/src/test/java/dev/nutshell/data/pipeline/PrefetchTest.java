package dev.nutshell.data.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.measure.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrefetchTest {

  private static final int SIZE = 100;
  private static final Dataset NUMBERS = Dataset.of("x", Column.of(1, Rows.inOrder(SIZE)));

  private final Column batch = Column.of(1, new float[10]);

  private float[] read(BatchReader reader, int n) {
    reader.read(0, n);
    return Arrays.copyOf(batch.floats(), n);
  }

  @Test
  void batchesOfAnySizeComeInOrder() {
    try (BatchReader reader = Pipeline.of(NUMBERS).prefetch(1).reader(Map.of("x", batch))) {
      for (int pass = 0; pass < 20; pass++) {
        reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), pass);
        int next = pass;
        for (int n = 1; next + n <= SIZE; n = n % 10 + 1) {
          for (float x : read(reader, n)) {
            assertEquals(next++, x);
          }
        }
      }
    }
  }

  @Test
  void aPassCanBeBrokenOff() {
    try (BatchReader reader = Pipeline.of(NUMBERS).prefetch(3).reader(Map.of("x", batch))) {
      for (int i = 0; i < 200; i++) {
        reader.begin(Epoch.EVALUATION, new int[] {i % SIZE, 5, 6, 7}, 0);
        assertArrayEquals(new float[] {i % SIZE, 5}, read(reader, 2));
      }
    }
  }

  @Test
  void readingIsDoneOnAThreadOfItsOwnAndAhead() throws InterruptedException {
    CountDownLatch readAhead = new CountDownLatch(30);
    Thread[] reading = new Thread[1];
    Pipeline data =
        Pipeline.of(NUMBERS)
            .map(
                "x",
                (from, to) -> {
                  reading[0] = Thread.currentThread();
                  to[0] = from[0];
                  readAhead.countDown();
                })
            .prefetch(2);
    try (BatchReader reader = data.reader(Map.of("x", batch))) {
      reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), 0);
      assertTrue(readAhead.await(1, TimeUnit.MINUTES));
      assertEquals("nutshell-prefetch", reading[0].getName());
      assertTrue(reading[0].isDaemon());
    }
    assertFalse(reading[0].isAlive());
  }

  @Test
  void failuresReachTheCallerAndAnotherPassCanBegin() {
    UncheckedIOException failure = new UncheckedIOException(new IOException("the disk is gone"));
    AtomicInteger failing = new AtomicInteger(55);
    Pipeline data =
        Pipeline.of(NUMBERS)
            .map(
                "x",
                (from, to) -> {
                  if (from[0] == failing.get()) {
                    throw failure;
                  }
                  to[0] = from[0];
                })
            .prefetch(2);
    try (BatchReader reader = data.reader(Map.of("x", batch))) {
      reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), 0);
      for (int i = 0; i < 5; i++) {
        assertEquals(10 * i, read(reader, 10)[0]);
      }
      assertSame(failure, assertThrows(UncheckedIOException.class, () -> reader.read(0, 10)));
      assertSame(failure, assertThrows(UncheckedIOException.class, () -> reader.read(0, 10)));
      failing.set(-1);
      reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), 50);
      assertEquals(50, read(reader, 10)[0]);
    }
  }

  @Test
  void nothingIsReadBeyondTheEndOrAfterClosing() {
    BatchReader reader = Pipeline.of(NUMBERS).prefetch(2).reader(Map.of("x", batch));
    reader.begin(Epoch.EVALUATION, new int[] {1, 2, 3}, 0);
    reader.read(0, 2);
    Exception e = assertThrows(IndexOutOfBoundsException.class, () -> reader.read(0, 2));
    assertEquals("2 samples to read, but the order ends before", e.getMessage());
    reader.close();
    reader.close();
    e = assertThrows(IllegalStateException.class, () -> reader.read(0, 1));
    assertEquals("the reader is closed", e.getMessage());
  }

  @Test
  void anInterruptIsKeptForTheCaller() {
    try (BatchReader reader = Pipeline.of(NUMBERS).prefetch(2).reader(Map.of("x", batch))) {
      reader.begin(Epoch.EVALUATION, Rows.inOrder(SIZE), 0);
      Thread.currentThread().interrupt();
      assertEquals(0, read(reader, 10)[0]);
      assertTrue(Thread.interrupted());
    }
  }
}
