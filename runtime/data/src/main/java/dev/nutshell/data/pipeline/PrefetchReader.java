package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader whose samples were read before, by a thread of its own.
 *
 * <p>The thread fills a ring of rows, block by block, as long as a block is free; the caller copies
 * out of it. Waiting is done by the object's own monitor, which allocates nothing.
 */
final class PrefetchReader implements BatchReader {

  /** For each field the column of the caller, and the ring. */
  private final List<Column> targets;

  private final List<Column> rings;
  private final BatchReader source;

  /** Rows that are read at a time; the rings hold a whole number of them. */
  private final int block;

  private final int rows;
  private final Thread thread;

  // The pass, guarded by this object's monitor, as all that follows.
  private Epoch epoch;
  private int[] order;
  private int first;

  /** Whether the thread has still to begin the pass. */
  private boolean fresh;

  /** Whether the thread is reading, outside of the monitor. */
  private boolean busy;

  /** Rows of the pass that are in the ring or were, and those that were taken out. */
  private int filled;

  private int taken;

  /** What ended the pass early; null if nothing did. */
  private Throwable failure;

  private boolean closed;

  PrefetchReader(Dataset data, Map<String, Column> batch, int batches) {
    Map<String, Column> ringsByName = new LinkedHashMap<>(batch);
    block = batch.values().iterator().next().rows();
    // One more than is promised: a batch may end within a block.
    rows = Math.multiplyExact(block, batches + 1);
    ringsByName.replaceAll((name, target) -> target.allocateLike(rows));
    targets = List.copyOf(batch.values());
    rings = List.copyOf(ringsByName.values());
    source = data.reader(ringsByName);
    thread = new Thread(this::readAhead, "nutshell-prefetch");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void begin(Epoch newEpoch, int[] samples, int from) {
    requireOpen();
    order = null;
    boolean interrupted = false;
    while (busy) {
      interrupted |= await();
    }
    epoch = newEpoch;
    order = samples;
    first = from;
    filled = 0;
    taken = 0;
    failure = null;
    fresh = true;
    notifyAll();
    restore(interrupted);
  }

  @Override
  public synchronized void read(int row, int n) {
    requireOpen();
    boolean interrupted = false;
    while (filled - taken < n && failure == null && taken + n <= order.length - first) {
      interrupted |= await();
    }
    restore(interrupted);
    if (filled - taken < n) {
      throw failed(n);
    }
    int from = taken % rows;
    int head = Math.min(n, rows - from);
    for (int i = 0; i < rings.size(); i++) {
      rings.get(i).copyRows(from, targets.get(i), row, head);
      rings.get(i).copyRows(0, targets.get(i), row + head, n - head);
    }
    taken += n;
    // The thread is woken for half a ring at a time: on a busy machine, whoever wakes another
    // thread
    // may lose the core to it.
    if (free() >= rows / 2) {
      notifyAll();
    }
  }

  /** The very exception of the thread, as if the samples had been read here. */
  private RuntimeException failed(int n) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      return exception;
    }
    return new IndexOutOfBoundsException(n + " samples to read, but the order ends before");
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    restore(interrupted);
    source.close();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
  }

  private void readAhead() {
    while (true) {
      int start;
      int n;
      boolean begins;
      Epoch passEpoch;
      int[] passOrder;
      int from;
      synchronized (this) {
        while (!closed && !canRead()) {
          // Nobody interrupts this thread to end it: close does.
          await();
        }
        if (closed) {
          return;
        }
        busy = true;
        begins = fresh;
        fresh = false;
        passEpoch = epoch;
        passOrder = order;
        from = first;
        start = filled % rows;
        n = Math.min(block, order.length - first - filled);
      }
      Throwable problem = null;
      try {
        if (begins) {
          source.begin(passEpoch, passOrder, from);
        }
        source.read(start, n);
      } catch (RuntimeException | Error e) {
        problem = e;
      }
      synchronized (this) {
        busy = false;
        if (problem == null) {
          filled += n;
        }
        failure = problem;
        notifyAll();
      }
    }
  }

  private boolean canRead() {
    return order != null && failure == null && filled < order.length - first && free() >= block;
  }

  /** Rows of the ring that nobody waits to take. */
  private int free() {
    return rows - (filled - taken);
  }

  /** Waits for a change, in the loops of callers; gives whether the thread was interrupted. */
  @SuppressWarnings("WaitNotInLoop")
  private boolean await() {
    try {
      wait();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
