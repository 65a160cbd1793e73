package dev.nutshell.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

  /** Looks this often for work before parking: a step has several rounds close together. */
  private static final int SPINS = 2_000;

  /** Tells the rounds apart in the upper half of {@link #open}. */
  private static final long ONE_ROUND = 1L << Integer.SIZE;

  private final Worker[] workers;

  /**
   * The number of the round, and in the lower half how many of its chunks nobody has begun. Whoever
   * counts it down owns a chunk, and until that chunk is done the round cannot end: so what is read
   * of the round after that belongs to it, however late a thread comes.
   */
  private final AtomicLong open = new AtomicLong();

  private final AtomicInteger done = new AtomicInteger();

  // The round. Written before chunks are opened, read by those who own one.
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
    done.set(0);
    open.set((open.get() & -ONE_ROUND) + ONE_ROUND + count);
    for (Worker worker : workers) {
      LockSupport.unpark(worker);
    }
    while (runChunk()) {
      // Until all are begun.
    }
    awaitDone(count);
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

  /** Runs the next chunk that nobody has begun; false if there is none. */
  private boolean runChunk() {
    long seen = open.get();
    int unbegun = (int) seen;
    if (unbegun == 0) {
      return false;
    }
    if (!open.compareAndSet(seen, seen - 1)) {
      return true;
    }
    int count = chunks;
    Thread waiting = caller;
    int finished = 1;
    try {
      task.run(count - unbegun);
    } catch (RuntimeException | Error e) {
      fail(e);
      finished += dropChunks();
    }
    if (done.addAndGet(finished) == count && waiting != Thread.currentThread()) {
      LockSupport.unpark(waiting);
    }
    return true;
  }

  /** Takes all chunks that nobody has begun, to leave them out. */
  private int dropChunks() {
    while (true) {
      long seen = open.get();
      int unbegun = (int) seen;
      if (open.compareAndSet(seen, seen - unbegun)) {
        return unbegun;
      }
    }
  }

  private synchronized void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
  }

  private void awaitDone(int count) {
    boolean interrupted = false;
    for (int spin = 0; done.get() != count; spin++) {
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
      int idle = 0;
      while (!closed) {
        if (runChunk()) {
          idle = 0;
        } else if (idle < SPINS) {
          idle++;
          Thread.onSpinWait();
        } else {
          LockSupport.park(WorkerPool.this);
        }
      }
    }
  }
}
