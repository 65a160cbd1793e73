package dev.nutshell.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed team of threads that runs the numbered chunks of one task at a time, without allocating.
 *
 * <p>The caller works too, so a pool of one thread starts none. Which thread runs which chunk is
 * left open: a task must not depend on it, and one that writes only what belongs to its chunk gives
 * the same result for any number of threads. One thread at a time may call {@link #run}.
 *
 * <p>Sharing out a round and waiting for its end takes about a microsecond when the threads follow
 * one round after the other: who has nothing to do looks for work for {@value #SPIN_MICROS}
 * microseconds before it sleeps. Waking it takes about as long, and nothing runs while it sleeps.
 */
public final class WorkerPool implements AutoCloseable {

  /** Work in numbered chunks. */
  @FunctionalInterface
  public interface Task {
    /** Runs one chunk; called once for each number, from any thread of the pool. */
    void run(int chunk);
  }

  /** As long as a sleeping thread takes to wake up: more would cost more than it can win. */
  private static final int SPIN_MICROS = 50;

  /** Pauses before the processor is offered to others, and the clock is looked at. */
  private static final int SPINS = 32;

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

  /** The caller, while it sleeps until the round is done. */
  private volatile Thread sleepingCaller;

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
    failure = null;
    done.set(0);
    open.set((open.get() & -ONE_ROUND) + ONE_ROUND + count);
    for (int i = 0; i < workers.length && i < count - 1; i++) {
      workers[i].wake();
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
      worker.wake();
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
    int finished = 1;
    try {
      task.run(count - unbegun);
    } catch (RuntimeException | Error e) {
      fail(e);
      finished += dropChunks();
    }
    if (done.addAndGet(finished) == count) {
      // Null, and nothing happens, unless the caller sleeps.
      LockSupport.unpark(sleepingCaller);
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
    long begin = System.nanoTime();
    while (done.get() != count) {
      if (!spin(begin)) {
        sleepUntilDone(count);
      }
    }
  }

  private void sleepUntilDone(int count) {
    boolean interrupted = false;
    sleepingCaller = Thread.currentThread();
    // Who did the last chunk sees the sleeper, or the sleeper sees that it is done.
    while (done.get() != count) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    sleepingCaller = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets a moment pass; false if the wait has been long enough. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static boolean spin(long begin) {
    for (int i = 0; i < SPINS; i++) {
      Thread.onSpinWait();
    }
    // Where there are fewer processors than threads, the one that is waited for may need this one.
    Thread.yield();
    return System.nanoTime() - begin < SPIN_MICROS * 1_000L;
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

    private volatile boolean sleeping;

    Worker(int number) {
      super("nutshell-worker-" + number);
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!closed) {
        if (!runChunk()) {
          await();
        }
      }
    }

    private void await() {
      long begin = System.nanoTime();
      while (isIdle()) {
        if (!spin(begin)) {
          sleeping = true;
          // Who opens a round sees that this one sleeps, or this one sees the round.
          while (isIdle()) {
            LockSupport.park(WorkerPool.this);
          }
          sleeping = false;
        }
      }
    }

    private boolean isIdle() {
      return (int) open.get() == 0 && !closed;
    }

    void wake() {
      if (sleeping) {
        LockSupport.unpark(this);
      }
    }
  }
}
