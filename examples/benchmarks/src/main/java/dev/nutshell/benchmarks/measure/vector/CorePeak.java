package dev.nutshell.benchmarks.measure.vector;

import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What one core can do at most, by the widest vectors that Java prefers here: the measure for all
 * other numbers. Needs the vector module, so it is the main class of a process of its own.
 */
public final class CorePeak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Puts the first element of a humongous array on a 64-byte border, behind the header. */
  private static final int ALIGNED = 12;

  private static final int ROUNDS = 30;
  private static final int FMA_STEPS = 1 << 20;
  private static final int FMA_CHAINS = 16;
  private static final int LOADS_PER_ROUND = 1 << 22;

  /** Takes what is computed, so that it has to be. */
  private static float sink;

  private CorePeak() {}

  /** Prints the peak of multiplications with additions, and the bandwidths of reads. */
  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "peak of one core: %.0f GFLOP/s (fused multiply-add, %d lanes), "
            + "reads %.0f GB/s from 16 KB, %.0f GB/s from 512 KB, %.0f GB/s from 16 MB%n",
        gigaflops(),
        SPECIES.length(),
        gigabytes(16 << 10),
        gigabytes(512 << 10),
        gigabytes(16 << 20));
  }

  private static double gigaflops() {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      sink += multiplyAdd(FMA_STEPS);
      double flops = 2.0 * FMA_CHAINS * SPECIES.length() * FMA_STEPS;
      best = Math.max(best, flops / (System.nanoTime() - start));
    }
    return best;
  }

  /** Independent chains, enough of them to hide the latency of each. */
  private static float multiplyAdd(int steps) {
    FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector term = FloatVector.broadcast(SPECIES, 0.001f);
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
    FloatVector i = a;
    FloatVector j = a;
    FloatVector k = a;
    FloatVector l = a;
    FloatVector m = a;
    FloatVector n = a;
    FloatVector o = a;
    FloatVector p = a;
    for (int step = 0; step < steps; step++) {
      a = factor.fma(a, term);
      b = factor.fma(b, term);
      c = factor.fma(c, term);
      d = factor.fma(d, term);
      e = factor.fma(e, term);
      f = factor.fma(f, term);
      g = factor.fma(g, term);
      h = factor.fma(h, term);
      i = factor.fma(i, term);
      j = factor.fma(j, term);
      k = factor.fma(k, term);
      l = factor.fma(l, term);
      m = factor.fma(m, term);
      n = factor.fma(n, term);
      o = factor.fma(o, term);
      p = factor.fma(p, term);
    }
    FloatVector left = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h);
    FloatVector right = i.add(j).add(k).add(l).add(m).add(n).add(o).add(p);
    return left.add(right).lane(0);
  }

  private static double gigabytes(int bytes) {
    float[] array = new float[ALIGNED + (16 << 20) / Float.BYTES];
    int count = bytes / Float.BYTES;
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int passes = Math.max(1, LOADS_PER_ROUND / count);
      long start = System.nanoTime();
      for (int pass = 0; pass < passes; pass++) {
        sink += sum(array, count);
      }
      double read = (double) passes * bytes;
      best = Math.max(best, read / (System.nanoTime() - start));
    }
    return best;
  }

  private static float sum(float[] array, int count) {
    int lanes = SPECIES.length();
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    for (int i = ALIGNED; i < ALIGNED + count; i += 4 * lanes) {
      a = FloatVector.fromArray(SPECIES, array, i).add(a);
      b = FloatVector.fromArray(SPECIES, array, i + lanes).add(b);
      c = FloatVector.fromArray(SPECIES, array, i + 2 * lanes).add(c);
      d = FloatVector.fromArray(SPECIES, array, i + 3 * lanes).add(d);
    }
    return a.add(b).add(c.add(d)).lane(0);
  }
}
