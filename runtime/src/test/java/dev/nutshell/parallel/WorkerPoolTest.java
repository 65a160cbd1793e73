package dev.nutshell.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Allocation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkerPoolTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7})
  void eachChunkRunsOnceAndIsSeenByTheCaller(int threads) {
    try (WorkerPool pool = new WorkerPool(threads)) {
      assertEquals(threads, pool.threads());
      int[] plain = new int[50];
      for (int round = 1; round <= 2_000; round++) {
        int chunks = round % plain.length;
        pool.run(chunk -> plain[chunk]++, chunks);
      }
      for (int chunk = 0; chunk < plain.length; chunk++) {
        assertEquals(40 * (plain.length - 1 - chunk), plain[chunk]);
      }
    }
  }

  @Test
  void onePoolThreadIsTheCallers() {
    try (WorkerPool pool = new WorkerPool(1)) {
      Thread[] ran = new Thread[3];
      pool.run(chunk -> ran[chunk] = Thread.currentThread(), 3);
      for (Thread thread : ran) {
        assertSame(Thread.currentThread(), thread);
      }
    }
  }

  @Test
  void threadsWorkAtTheSameTime() {
    try (WorkerPool pool = new WorkerPool(3)) {
      Set<Thread> met = ConcurrentHashMap.newKeySet();
      pool.run(
          chunk -> {
            met.add(Thread.currentThread());
            // Returns only if all three are here at once.
            while (met.size() < 3) {
              Thread.onSpinWait();
            }
          },
          3);
      assertEquals(3, met.size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aFailureReachesTheCallerAndThePoolGoesOn(int threads) {
    try (WorkerPool pool = new WorkerPool(threads)) {
      AtomicIntegerArray runs = new AtomicIntegerArray(100);
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () ->
                  pool.run(
                      chunk -> {
                        runs.incrementAndGet(chunk);
                        if (chunk == 5) {
                          throw new IllegalStateException("chunk 5");
                        }
                      },
                      100));
      assertEquals("chunk 5", e.getMessage());
      AtomicLong sum = new AtomicLong();
      pool.run(sum::addAndGet, 100);
      assertEquals(4950, sum.get());
    }
  }

  @Test
  void roundsAllocateNothing() {
    try (WorkerPool pool = new WorkerPool(2)) {
      long[] counts = new long[8];
      WorkerPool.Task task = chunk -> counts[chunk]++;
      Runnable rounds =
          () -> {
            for (int i = 0; i < 5_000; i++) {
              pool.run(task, 8);
            }
          };
      assertEquals(0, Allocation.settledBytes(rounds));
    }
  }

  @Test
  void workersThatSleptWakeUp() throws InterruptedException {
    try (WorkerPool pool = new WorkerPool(2)) {
      AtomicLong sum = new AtomicLong();
      for (int i = 0; i < 5; i++) {
        Thread.sleep(20);
        pool.run(sum::addAndGet, 10);
      }
      assertEquals(5 * 45, sum.get());
    }
  }

  @Test
  void aClosedPoolHasNoThreads() {
    WorkerPool pool = new WorkerPool(3);
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    pool.run(
        chunk -> {
          workers.add(Thread.currentThread());
          while (workers.size() < 3) {
            Thread.onSpinWait();
          }
        },
        3);
    pool.close();
    pool.close();
    workers.remove(Thread.currentThread());
    assertEquals(2, workers.size());
    for (Thread worker : workers) {
      assertTrue(worker.isDaemon());
      assertFalse(worker.isAlive());
    }
    Exception e = assertThrows(IllegalStateException.class, () -> pool.run(chunk -> {}, 1));
    assertEquals("the worker pool is closed", e.getMessage());
  }
}
