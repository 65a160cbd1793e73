package dev.nutshell.inference;

import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * When predictions of one entry point go over from plain loops to vectors.
 *
 * <p>Vector code is fast once HotSpot has compiled all of it, and a hundred times slower before. So
 * a network predicts with plain loops at first, while a daemon thread calls both forms on arrays of
 * its own, until the vectors are reliably the faster ones; both give the same bits. A single sample
 * and a batch hand over each for itself, since they run through different loops. Where vectors do
 * not win within some seconds, as in tiny networks, the plain loops stay. The thread works at most
 * half of the time, then ends, and holds nothing afterwards.
 *
 * <p>Each generated class has one for each entry point, for all of its instances.
 */
public final class Handover {
  /** Time for work, after which what is undecided is decided as it stands. */
  private static final long MOST_WORK_NANOS = 30_000_000_000L;

  private static final int FIRST_PAUSE_MILLIS = 50;

  /** A few blocks of rows and some rows left over. */
  private static final int LARGEST_BATCH = 63;

  /** One block of rows and one row left over. */
  private static final int SMALLEST_BATCH = 9;

  /** What the plain loops may need for the samples of a batch. */
  private static final double MOST_BATCH_NANOS = 2e6;

  /**
   * Both forms of one call, on arrays of its own.
   *
   * @param loops predicts with plain loops
   * @param vectors predicts the same with vectors
   */
  public record Trial(Runnable loops, Runnable vectors) {}

  private final long mostWork;
  private final LongSupplier clock;
  private final boolean possible;
  private final boolean eager;
  private final Object work = new Object();

  // Volatile, so that a caller's loop does not keep the first answer for ever.
  private volatile boolean single;
  private volatile boolean many;

  private boolean begun;
  private boolean done;
  private long worked;
  private Race singleRace;
  private Race manyRace;

  /** Plain loops for the time being, or vectors at once if that was asked for. */
  public Handover() {
    this(MOST_WORK_NANOS, System::nanoTime);
  }

  /**
   * @param mostWork nanoseconds of work after which it is decided
   * @param clock gives nanoseconds
   */
  Handover(long mostWork, LongSupplier clock) {
    this.mostWork = mostWork;
    this.clock = clock;
    this.possible = VectorSupport.isOn();
    this.eager = possible && VectorSupport.isEager();
    this.single = eager;
    this.many = eager;
  }

  /**
   * Whether a call works with vectors.
   *
   * @param n the samples of the call
   */
  public boolean usesVectors(int n) {
    return n == 1 ? single : many;
  }

  /**
   * Begins to work towards the handover, in the background; the first call alone has an effect.
   *
   * @param trials gives both forms of a call of n samples
   */
  public void begin(IntFunction<Trial> trials) {
    Objects.requireNonNull(trials, "trials");
    synchronized (work) {
      if (begun || !possible || eager) {
        return;
      }
      begun = true;
    }
    Thread thread = new Thread(null, () -> inBackground(trials), "nutshell-handover", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /**
   * Works towards the handover in this thread too, and returns when it is decided: from then on
   * predictions are as fast as they become.
   *
   * @param trials gives both forms of a call of n samples
   */
  public void finish(IntFunction<Trial> trials) {
    Objects.requireNonNull(trials, "trials");
    boolean more = possible;
    while (more) {
      more = goOn(trials);
    }
  }

  private void inBackground(IntFunction<Trial> trials) {
    try {
      // The first predictions have the machine for themselves.
      Thread.sleep(FIRST_PAUSE_MILLIS);
      long begin = System.nanoTime();
      while (goOn(trials)) {
        long now = System.nanoTime();
        Thread.sleep((now - begin) / 1_000_000, (int) ((now - begin) % 1_000_000));
        begin = System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does a little of the work; returns whether there is more. */
  private boolean goOn(IntFunction<Trial> trials) {
    synchronized (work) {
      if (done) {
        return false;
      }
      long begin = clock.getAsLong();
      try {
        race(trials);
      } catch (RuntimeException | Error e) {
        giveUp(e);
      }
      worked += clock.getAsLong() - begin;
      if (!done && worked > mostWork) {
        decide();
      }
      return !done;
    }
  }

  private void race(IntFunction<Trial> trials) {
    if (singleRace == null) {
      singleRace = new Race(trials.apply(1), eager, clock);
    }
    singleRace.run();
    if (manyRace == null && singleRace.isOver()) {
      manyRace = new Race(trials.apply(batch(singleRace.loopsNanos())), eager, clock);
    }
    if (manyRace != null) {
      manyRace.run();
      // Decided together: what a batch makes HotSpot compile anew may serve the single sample too.
      if (singleRace.isOver() && manyRace.isOver()) {
        decide();
      }
    }
  }

  private static int batch(double nanosOfASample) {
    double fitting = MOST_BATCH_NANOS / Math.max(1, nanosOfASample);
    return (int) Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, fitting));
  }

  private void decide() {
    if (!eager) {
      single = singleRace.vectorsWin();
      many = manyRace != null && manyRace.vectorsWin();
    }
    end();
  }

  /** Without vectors there is still a network; what went wrong is said. */
  private void giveUp(Throwable reason) {
    single = false;
    many = false;
    end();
    System.getLogger(Handover.class.getName())
        .log(System.Logger.Level.WARNING, "predictions stay with plain loops", reason);
  }

  private void end() {
    done = true;
    singleRace = null;
    manyRace = null;
  }
}
