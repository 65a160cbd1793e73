package dev.nutshell.inference;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A bounded pool of sessions for callers that do not keep one of their own.
 *
 * <p>Sessions are created when first needed, and never more than the bound. Borrowing and giving
 * back allocate nothing and take no lock; a caller that finds every session out parks until one
 * comes back, which suits platform threads and virtual threads alike.
 *
 * @param <S> the type of the sessions
 */
public final class SessionPool<S> {

  private final Supplier<? extends S> factory;
  private final AtomicReferenceArray<S> idle;
  private final AtomicInteger created = new AtomicInteger();
  private final ConcurrentLinkedQueue<Thread> waiting = new ConcurrentLinkedQueue<>();

  /**
   * A pool without sessions yet.
   *
   * @param bound the most sessions that exist at once, at least 1
   * @param factory creates a session; may be called from any borrowing thread
   */
  public SessionPool(int bound, Supplier<? extends S> factory) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound: 1 or more sessions expected, " + bound + " found");
    }
    this.factory = Objects.requireNonNull(factory, "factory");
    this.idle = new AtomicReferenceArray<>(bound);
  }

  /** A pool of twice as many sessions as the machine has processors. */
  public SessionPool(Supplier<? extends S> factory) {
    this(2 * Runtime.getRuntime().availableProcessors(), factory);
  }

  /** Borrows a session; the caller gives it back with {@link #release}, in a finally block. */
  public S acquire() {
    S session = poll();
    return session != null ? session : await();
  }

  /** Gives a borrowed session back, once. */
  public void release(S session) {
    Objects.requireNonNull(session, "session");
    int slots = idle.length();
    int slot = start();
    // There are as many slots as sessions and this one is out, so some slot is empty.
    while (idle.get(slot) != null || !idle.compareAndSet(slot, null, session)) {
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
    wakeOne();
  }

  private S poll() {
    int slots = idle.length();
    int slot = start();
    for (int i = 0; i < slots; i++) {
      S session = idle.get(slot);
      if (session != null && idle.compareAndSet(slot, session, null)) {
        return session;
      }
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
    return created.get() < slots ? create() : null;
  }

  private S create() {
    if (created.incrementAndGet() > idle.length()) {
      created.decrementAndGet();
      return null;
    }
    S session = null;
    try {
      session = Objects.requireNonNull(factory.get(), "the factory's session");
    } finally {
      if (session == null) {
        created.decrementAndGet();
        wakeOne();
      }
    }
    return session;
  }

  private S await() {
    Thread thread = Thread.currentThread();
    boolean interrupted = false;
    S session;
    while (true) {
      waiting.add(thread);
      session = poll();
      if (session != null) {
        break;
      }
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
      waiting.remove(thread);
      session = poll();
      if (session != null) {
        break;
      }
    }
    // Whoever released a session may have spent its wake-up on this thread, which needs none now.
    waiting.remove(thread);
    wakeOne();
    if (interrupted) {
      thread.interrupt();
    }
    return session;
  }

  /** Wakes a waiting thread, which looks for itself whether a session is there. */
  private void wakeOne() {
    Thread thread = waiting.poll();
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /** Where this thread looks first: threads that start apart do not contend for one slot. */
  private int start() {
    return Math.floorMod(System.identityHashCode(Thread.currentThread()), idle.length());
  }
}
