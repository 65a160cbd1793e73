package dev.nutshell.data.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what this thread allocates. */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Bytes allocated by this thread while some work ran. */
  public static long bytes(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /**
   * Bytes allocated by the last of several runs of some work, once warm: a run or two may still
   * allocate on behalf of the compiler, so it is given up only after ten.
   */
  public static long settledBytes(Runnable work) {
    long bytes = bytes(work);
    for (int run = 0; run < 10 && bytes > 0; run++) {
      bytes = bytes(work);
    }
    return bytes;
  }

  /** As {@link #settledBytes(Runnable)}, of this thread and of all threads of a name. */
  public static long settledBytes(Runnable work, String threadPrefix) {
    long bytes = Long.MAX_VALUE;
    for (int run = 0; run < 10 && bytes > 0; run++) {
      long before = bytesOfThreads(threadPrefix);
      bytes = bytes(work);
      bytes += bytesOfThreads(threadPrefix) - before;
    }
    return bytes;
  }

  private static long bytesOfThreads(String prefix) {
    long bytes = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(prefix)) {
        bytes += THREADS.getThreadAllocatedBytes(thread.getId());
      }
    }
    return bytes;
  }
}
