package dev.nutshell.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed team of threads that runs the numbered chunks of one task at a time, without allocating.
 *
 * <p>The caller works too, so a pool of one thread starts none. Which thread runs which chunk is
 * left open: a task must not depend on it, and one that writes only what belongs to its chunk gives
 * the same result for any number of threads. One thread at a time may call {@link #run}.
 */
public final class WorkerPool implements AutoCloseable {

  /** Work in numbered chunks. */
  @FunctionalInterface
  public interface Task {
    /** Runs one chunk; called once for each number, from any thread of the pool. */
    void run(int chunk);
  }

  /** Looks at the round this often before parking: a step has several rounds close together. */
  private static final int SPINS = 2_000;

  private final Worker[] workers;
  private final AtomicInteger nextChunk = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger round = new AtomicInteger();

  // Written before the next round begins, read after.
  private Task task;
  private int chunks;
  private Thread caller;

  private volatile boolean closed;
  private volatile Throwable failure;

  /**
   * Starts all threads but the caller's.
   *
   * @param threads the threads that share the work, the caller's among them; at least 1
   */
  public WorkerPool(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: 1 or more expected, " + threads + " found");
    }
    workers = new Worker[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
      workers[i].start();
    }
  }

  /** The threads that share the work, the caller's among them. */
  public int threads() {
    return workers.length + 1;
  }

  /**
   * Runs chunks 0 to count - 1 and returns when all are done.
   *
   * <p>If a chunk throws, the chunks not begun are left out and the first exception is thrown here
   * once every thread has stopped; the pool stays usable.
   *
   * @throws IllegalStateException if the pool is closed
   */
  public void run(Task work, int count) {
    if (closed) {
      throw new IllegalStateException("the worker pool is closed");
    }
    if (workers.length == 0 || count <= 1) {
      for (int chunk = 0; chunk < count; chunk++) {
        work.run(chunk);
      }
      return;
    }
    task = work;
    chunks = count;
    caller = Thread.currentThread();
    failure = null;
    nextChunk.set(0);
    working.set(workers.length);
    round.incrementAndGet();
    for (Worker worker : workers) {
      LockSupport.unpark(worker);
    }
    drain();
    awaitWorkers();
    task = null;
    rethrow();
  }

  /** Ends the threads and waits for them; a second call does nothing. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Worker worker : workers) {
      LockSupport.unpark(worker);
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain() {
    Task work = task;
    int count = chunks;
    try {
      for (int chunk = nextChunk.getAndIncrement();
          chunk < count;
          chunk = nextChunk.getAndIncrement()) {
        work.run(chunk);
      }
    } catch (RuntimeException | Error e) {
      nextChunk.set(count);
      fail(e);
    }
  }

  private synchronized void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
  }

  private void awaitWorkers() {
    boolean interrupted = false;
    for (int spin = 0; working.get() != 0; spin++) {
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() {
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** One of the pool's own threads; a daemon, so that a forgotten pool keeps no program alive. */
  private final class Worker extends Thread {

    Worker(int number) {
      super("nutshell-worker-" + number);
      setDaemon(true);
    }

    @Override
    public void run() {
      int seen = 0;
      while (awaitRound(seen)) {
        seen++;
        drain();
        if (working.decrementAndGet() == 0) {
          LockSupport.unpark(caller);
        }
      }
    }

    /** Waits for the round after the one seen; false when the pool is closed. */
    private boolean awaitRound(int seen) {
      for (int spin = 0; round.get() == seen; spin++) {
        if (closed) {
          return false;
        }
        if (spin < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(WorkerPool.this);
        }
      }
      return true;
    }
  }
}
