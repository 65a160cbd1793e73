package dev.nutshell.shipping.service;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that requests run on. */
final class RequestThreads {
  private RequestThreads() {}

  /** Virtual threads where the JDK has them, otherwise a pool. */
  static ExecutorService best() {
    return virtual().orElseGet(RequestThreads::pool);
  }

  /** Platform threads: some more than processors, since requests wait for their bytes. */
  static ExecutorService pool() {
    return Executors.newFixedThreadPool(4 * Runtime.getRuntime().availableProcessors());
  }

  /**
   * A virtual thread for each request, from JDK 21 on. The method is looked up by its name since
   * this class is compiled for JDK 17.
   */
  static Optional<ExecutorService> virtual() {
    if (Runtime.version().feature() < 21) {
      return Optional.empty();
    }
    try {
      MethodHandle factory =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return Optional.of((ExecutorService) factory.invokeExact());
    } catch (Throwable e) {
      throw new IllegalStateException("JDK 21 and later have virtual threads", e);
    }
  }
}
