package dev.nutshell.inference;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a thread has allocated, where the virtual machine tells: the sign of uncompiled vectors. */
final class AllocatedBytes {
  private static final boolean IS_KNOWN =
      ModuleLayer.boot().findModule("jdk.management").isPresent();

  private AllocatedBytes() {}

  /** Bytes up to now; always 0 where nobody knows. */
  static long ofThisThread() {
    return IS_KNOWN ? Counter.bytes() : 0;
  }

  /** Touched only where its module is there. */
  private static final class Counter {
    private static final ThreadMXBean BEAN =
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;

    static long bytes() {
      return BEAN == null ? 0 : BEAN.getCurrentThreadAllocatedBytes();
    }
  }
}
