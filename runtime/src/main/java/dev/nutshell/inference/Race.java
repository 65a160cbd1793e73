package dev.nutshell.inference;

import java.util.Arrays;

/** Runs both forms of a call in turn, until it is clear which is the faster one when compiled. */
final class Race {
  /** How long to call one form before the other has its turn; at least one call is made. */
  private static final long SLICE_NANOS = 2_000_000;

  /** Slices in a row that must agree. */
  private static final int WINDOW = 6;

  /** By how much times may differ that are called steady. */
  private static final double STEADY = 1.5;

  /** Slices without a better time, after which vectors that do not win are given up. */
  private static final int MOST_SLICES_IN_VAIN = 250;

  /** What counts as a better time. */
  private static final double BETTER = 0.95;

  /** Slices of plain loops after which their best time is taken for what they can do. */
  private static final int LOOPS_SLICES = 4;

  private final Handover.Trial trial;
  private final boolean vectorsAlone;
  private final double[] last = new double[WINDOW];
  private int slices;
  private double loops = Double.POSITIVE_INFINITY;
  private double best = Double.POSITIVE_INFINITY;
  private int inVain;

  /**
   * @param vectorsAlone whether the plain loops do not matter
   */
  Race(Handover.Trial trial, boolean vectorsAlone) {
    this.trial = trial;
    this.vectorsAlone = vectorsAlone;
    Arrays.fill(last, Double.POSITIVE_INFINITY);
  }

  /** A slice of each form. */
  void run() {
    if (!vectorsAlone) {
      loops = Math.min(loops, nanos(trial.loops()));
    }
    double vectors = nanos(trial.vectors());
    last[slices++ % WINDOW] = vectors;
    if (vectors < BETTER * best) {
      best = vectors;
      inVain = 0;
    } else {
      inVain++;
    }
  }

  /** The time of a call, on average over a slice. */
  private static double nanos(Runnable call) {
    long begin = System.nanoTime();
    long taken;
    int calls = 0;
    int burst = 1;
    do {
      for (int i = 0; i < burst; i++) {
        call.run();
      }
      calls += burst;
      taken = System.nanoTime() - begin;
      // Where a call takes less than a look at the clock, looks are rare.
      burst = taken < SLICE_NANOS / 8 ? 2 * burst : burst;
    } while (taken < SLICE_NANOS);
    return (double) taken / calls;
  }

  boolean isLoopsTimeKnown() {
    return slices >= LOOPS_SLICES;
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
    return isSteady() && vectorsWin() || inVain >= MOST_SLICES_IN_VAIN;
  }

  private boolean isSteady() {
    return slowest() <= STEADY * Arrays.stream(last).min().orElseThrow();
  }

  /** Whether vectors have been the faster ones lately. */
  boolean vectorsWin() {
    return vectorsAlone || slowest() < loops;
  }

  private double slowest() {
    return Arrays.stream(last).max().orElseThrow();
  }
}
