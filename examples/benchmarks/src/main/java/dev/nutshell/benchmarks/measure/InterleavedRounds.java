package dev.nutshell.benchmarks.measure;

import dev.nutshell.benchmarks.peer.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times several sides in turns of some milliseconds, so that whatever slows the machine down for a
 * while slows all of them.
 */
public final class InterleavedRounds {
  private static final int LEAST_ROUNDS = 3;

  private final Protocol protocol;
  private final List<? extends Side> sides;
  private final long[] callsPerRound;
  private final double[][] nanos;
  private final double[][] bytes;

  private InterleavedRounds(Protocol protocol, List<? extends Side> sides) {
    this.protocol = protocol;
    this.sides = sides;
    this.callsPerRound = new long[sides.size()];
    this.nanos = new double[sides.size()][protocol.rounds()];
    this.bytes = new double[sides.size()][protocol.rounds()];
  }

  /** Warms the sides up and measures them, all on this thread; gives their costs in order. */
  public static List<CallCost> measure(Protocol protocol, List<? extends Side> sides) {
    InterleavedRounds rounds = new InterleavedRounds(protocol, sides);
    for (int side = 0; side < sides.size(); side++) {
      rounds.warmUp(side);
    }
    return rounds.measure();
  }

  /** Runs one side until its time is over, with ever more calls until they fill a round. */
  private void warmUp(int side) {
    long calls = 1;
    for (long spent = 0; spent < protocol.warmUpNanos(); ) {
      long start = System.nanoTime();
      sides.get(side).run(calls);
      long elapsed = Math.max(1, System.nanoTime() - start);
      spent += elapsed;
      long fitting = (long) ((double) calls * protocol.roundNanos() / elapsed);
      calls = Math.max(1, Math.min(fitting, 4 * calls));
    }
    callsPerRound[side] = calls;
  }

  private List<CallCost> measure() {
    long end = System.nanoTime() + protocol.longestNanos();
    int rounds = 0;
    while (rounds < protocol.rounds() && (rounds < LEAST_ROUNDS || System.nanoTime() < end)) {
      for (int turn = 0; turn < sides.size(); turn++) {
        measure(rounds % 2 == 0 ? turn : sides.size() - 1 - turn, rounds);
      }
      rounds++;
    }
    List<CallCost> costs = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      costs.add(new CallCost(median(nanos[side], rounds), median(bytes[side], rounds)));
    }
    return costs;
  }

  private void measure(int side, int round) {
    long calls = callsPerRound[side];
    long allocatedBefore = AllocatedBytes.ofThisThread();
    long start = System.nanoTime();
    sides.get(side).run(calls);
    nanos[side][round] = (double) (System.nanoTime() - start) / calls;
    bytes[side][round] = (double) (AllocatedBytes.ofThisThread() - allocatedBefore) / calls;
  }

  private static double median(double[] values, int count) {
    return Statistics.median(Arrays.copyOf(values, count));
  }
}
