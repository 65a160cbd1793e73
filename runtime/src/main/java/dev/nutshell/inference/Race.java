package dev.nutshell.inference;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** Runs both forms of a call in turn, until it is clear which is the faster one when compiled. */
final class Race {
  /** How long to call one form before the other has its turn; at least one call is made. */
  private static final long SLICE_NANOS = 2_000_000;

  /** How long to call before looking at the clock, if calls are short. */
  private static final long LOOK_NANOS = 50_000;

  /** The last slices, which must agree. */
  private static final int WINDOW = 8;

  /** Slices among them that may be slower: other work of the machine came between. */
  private static final int DISTURBED = 2;

  /** By how much times may differ that are called steady. */
  private static final double STEADY = 1.5;

  /** Slices without a better time, after which vectors that do not win are given up. */
  private static final int MOST_SLICES_IN_VAIN = 600;

  /** What counts as a better time. */
  private static final double BETTER = 0.95;

  /**
   * Slices of plain loops after which their time is known, roughly; from then on they run once in
   * so many slices.
   */
  private static final int LOOPS_SLICES = 4;

  /** What asking for the allocated bytes may allocate itself. */
  private static final long NO_GARBAGE = 1024;

  private final Handover.Trial trial;
  private final boolean vectorsAlone;
  private final LongSupplier clock;
  private final double[] last = new double[WINDOW];
  private int slices;
  private double loops = Double.POSITIVE_INFINITY;
  private double best = Double.POSITIVE_INFINITY;
  private int inVain;
  private boolean allocates;

  /**
   * @param vectorsAlone whether the plain loops do not matter
   * @param clock gives nanoseconds
   */
  Race(Handover.Trial trial, boolean vectorsAlone, LongSupplier clock) {
    this.trial = trial;
    this.clock = clock;
    this.vectorsAlone = vectorsAlone;
    Arrays.fill(last, Double.POSITIVE_INFINITY);
  }

  /** A slice of the vectors, and now and then one of the plain loops. */
  void run() {
    if (!vectorsAlone && (slices < LOOPS_SLICES || slices % LOOPS_SLICES == 0)) {
      loops = Math.min(loops, nanos(trial.loops()));
    }
    long allocated = AllocatedBytes.ofThisThread();
    double vectors = nanos(trial.vectors());
    allocates = AllocatedBytes.ofThisThread() - allocated > NO_GARBAGE;
    last[slices++ % WINDOW] = vectors;
    if (vectors < BETTER * best) {
      best = vectors;
      inVain = 0;
    } else {
      inVain++;
    }
  }

  /** The time of a call, where it was not interrupted in a slice. */
  private double nanos(Runnable call) {
    double best = Double.POSITIVE_INFINITY;
    long begin = clock.getAsLong();
    long before = begin;
    int burst = 1;
    do {
      for (int i = 0; i < burst; i++) {
        call.run();
      }
      long now = clock.getAsLong();
      best = Math.min(best, (double) (now - before) / burst);
      // Where a call takes less than a look at the clock, looks are rare.
      burst = now - before < LOOK_NANOS ? 2 * burst : burst;
      before = now;
    } while (before - begin < SLICE_NANOS);
    return best;
  }

  /** The best time of the plain loops. */
  double loopsNanos() {
    return vectorsAlone ? Arrays.stream(last).min().orElseThrow() : loops;
  }

  /**
   * Whether vectors have been steady, and faster than the plain loops ever were; or have not become
   * faster for long.
   */
  boolean isOver() {
    return slices >= WINDOW && isSteady() && vectorsWin() || inVain >= MOST_SLICES_IN_VAIN;
  }

  private boolean isSteady() {
    return slowest() <= STEADY * Arrays.stream(last).min().orElseThrow();
  }

  /**
   * Whether vectors have been the faster ones lately, and compiled: until then they allocate, even
   * where they are the faster ones already.
   */
  boolean vectorsWin() {
    return vectorsAlone || (slowest() < loops && !allocates);
  }

  /** The slowest of the last slices but the disturbed ones; of few slices the fastest. */
  private double slowest() {
    int known = Math.min(slices, WINDOW);
    return Arrays.stream(last)
        .sorted()
        .skip(Math.max(0, known - DISTURBED - 1))
        .findFirst()
        .orElseThrow();
  }
}
