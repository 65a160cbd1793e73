package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionPoolTest {

  /** A session that notices two users at once. */
  private static final class Exclusive {
    private final AtomicBoolean used = new AtomicBoolean();

    void use() {
      if (!used.compareAndSet(false, true)) {
        throw new IllegalStateException("two users at once");
      }
      Thread.onSpinWait();
      used.set(false);
    }
  }

  @Test
  void createsOnlyWhatIsNeeded() {
    AtomicInteger created = new AtomicInteger();
    SessionPool<Object> pool =
        new SessionPool<>(
            3,
            () -> {
              created.incrementAndGet();
              return new Object();
            });
    assertEquals(0, created.get());
    Object one = pool.acquire();
    pool.release(one);
    assertSame(one, pool.acquire());
    assertEquals(1, created.get());
    assertNotSame(one, pool.acquire());
    assertEquals(2, created.get());
  }

  @Test
  void manyThreadsShareFewSessions() throws Exception {
    AtomicInteger created = new AtomicInteger();
    SessionPool<Exclusive> pool =
        new SessionPool<>(
            2,
            () -> {
              created.incrementAndGet();
              return new Exclusive();
            });
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> uses = new ArrayList<>();
      Callable<Integer> work =
          () -> {
            for (int i = 0; i < 20_000; i++) {
              Exclusive session = pool.acquire();
              try {
                session.use();
              } finally {
                pool.release(session);
              }
            }
            return 20_000;
          };
      for (int i = 0; i < 8; i++) {
        uses.add(threads.submit(work));
      }
      for (Future<Integer> use : uses) {
        assertEquals(20_000, use.get(60, TimeUnit.SECONDS));
      }
      assertEquals(2, created.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWaitingThreadIsWoken() {
    SessionPool<Object> pool = new SessionPool<>(1, Object::new);
    Object only = pool.acquire();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Thread[] waiting = new Thread[3];
          for (int i = 0; i < waiting.length; i++) {
            waiting[i] = new Thread(() -> pool.release(pool.acquire()));
            waiting[i].start();
          }
          while (waiting[2].getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          pool.release(only);
          for (Thread thread : waiting) {
            thread.join();
          }
        });
  }

  @Test
  void anInterruptIsKeptForTheCaller() throws Exception {
    SessionPool<Object> pool = new SessionPool<>(1, Object::new);
    Object only = pool.acquire();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              pool.release(pool.acquire());
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    waiting.interrupt();
    pool.release(only);
    waiting.join(20_000);
    assertEquals(true, interrupted.get());
  }

  @Test
  void aFailingFactoryLeavesThePoolUsable() {
    AtomicInteger calls = new AtomicInteger();
    SessionPool<Object> pool =
        new SessionPool<>(
            1,
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw new OutOfMemoryError("first");
              }
              return new Object();
            });
    assertThrows(OutOfMemoryError.class, pool::acquire);
    pool.release(pool.acquire());
    assertEquals(2, calls.get());
  }

  @Test
  void borrowingAllocatesNothing() {
    SessionPool<Object> pool = new SessionPool<>(4, Object::new);
    Runnable borrow =
        () -> {
          for (int i = 0; i < 100_000; i++) {
            pool.release(pool.acquire());
          }
        };
    assertEquals(0, Allocation.settledBytes(borrow));
  }

  @Test
  void aPoolNeedsASession() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new SessionPool<>(0, Object::new));
    assertEquals("bound: 1 or more sessions expected, 0 found", e.getMessage());
  }
}
