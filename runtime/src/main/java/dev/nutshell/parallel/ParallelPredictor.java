package dev.nutshell.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Predicts a batch of any size on all threads of a {@link WorkerPool}, without allocating: the
 * samples are cut into one range for each thread, and each range has a session of its own.
 *
 * <pre>{@code
 * WorkerPool pool = new WorkerPool(4);
 * ParallelPredictor<DigitsNet.Session> predictor =
 *     new ParallelPredictor<>(pool, 64, net::session, (session, from, to) ->
 *         net.predict(session, to - from, images, from * 784, probabilities, from * 10));
 * predictor.predict(10_000);   // as often as there are new images
 * }</pre>
 *
 * <p>The results are those of one thread, bit for bit, since a sample's do not depend on the others
 * in its call. One thread at a time may predict with all that share a pool.
 *
 * @param <S> the type of the sessions
 */
public final class ParallelPredictor<S> {

  /** Kernels compute so many samples together: a range is a multiple of it, but for the last. */
  private static final int TOGETHER = 8;

  /**
   * A call of a network's entry point for some of the samples.
   *
   * @param <S> the type of the session
   */
  @FunctionalInterface
  public interface Range<S> {
    /**
     * Predicts some samples; called from any thread of the pool, several calls at a time.
     *
     * @param session what the call works in
     * @param from the first sample
     * @param to the sample after the last, at most the sessions' capacity after the first
     */
    void predict(S session, int from, int to);
  }

  private final WorkerPool pool;
  private final int capacity;
  private final List<S> sessions = new ArrayList<>();
  private final Range<? super S> range;
  private final WorkerPool.Task task = this::predictShare;

  // The batch at work, for the threads of the pool.
  private int samples;
  private int share;

  /**
   * Creates the sessions, one for each thread of the pool.
   *
   * @param pool the threads, which stay their owner's to close
   * @param capacity the samples that a session serves at a time, at least 1; 8 to 64 are enough for
   *     full speed
   * @param sessions creates a session of a capacity, as does a generated class's {@code session}
   * @param range the call for some of the samples
   */
  public ParallelPredictor(
      WorkerPool pool, int capacity, IntFunction<? extends S> sessions, Range<? super S> range) {
    this.pool = Objects.requireNonNull(pool, "pool");
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: 1 or more expected, " + capacity + " found");
    }
    this.capacity = capacity;
    this.range = Objects.requireNonNull(range, "range");
    for (int i = 0; i < pool.threads(); i++) {
      this.sessions.add(Objects.requireNonNull(sessions.apply(capacity), "session"));
    }
  }

  /**
   * Predicts samples 0 to n - 1 and returns when all are done. What a call throws is thrown here;
   * the other ranges may then be done or not, and everything stays usable.
   *
   * @param n how many, 0 or more
   */
  public void predict(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n: 0 or more samples expected, " + n + " found");
    }
    samples = n;
    share = ((n - 1) / (TOGETHER * sessions.size()) + 1) * TOGETHER;
    pool.run(task, (n - 1) / share + 1);
  }

  private void predictShare(int index) {
    S session = sessions.get(index);
    int from = index * share;
    int end = from + Math.min(share, samples - from);
    while (from < end) {
      int to = from + Math.min(capacity, end - from);
      range.predict(session, from, to);
      from = to;
    }
  }
}
