package dev.nutshell.data;

import dev.nutshell.inference.ScalarMath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides data sets at random. */
final class Splitter {

  /** Sets these random numbers apart from those of training. */
  private static final long STEP = Long.MIN_VALUE;

  private Splitter() {}

  static Dataset.Split random(Dataset data, int count, long seed) {
    List<Integer> all = IntStream.range(0, data.size()).boxed().toList();
    return split(data, List.of(all), count, seed);
  }

  static Dataset.Split stratified(Dataset data, String name, int count, long seed) {
    return split(data, data.samplesByValue(name).values(), count, seed);
  }

  private static Dataset.Split split(
      Dataset data, Collection<List<Integer>> strata, int count, long seed) {
    if (count < 1 || count >= data.size()) {
      throw new IllegalArgumentException(
          "count: 1 to " + (data.size() - 1) + " samples expected, " + count + " found");
    }
    boolean[] drawn = new boolean[data.size()];
    int[] shares = shares(strata, count, data.size());
    int next = 0;
    for (List<Integer> stratum : strata) {
      stratum.stream()
          .sorted(Comparator.comparingDouble((Integer sample) -> key(seed, sample)))
          .limit(shares[next])
          .forEach(sample -> drawn[sample] = true);
      next++;
    }
    return new Dataset.Split(data.select(samples(drawn, false)), data.select(samples(drawn, true)));
  }

  private static double key(long seed, int sample) {
    return ScalarMath.uniformDouble(seed, STEP, 0, 0, sample);
  }

  /** Shares in proportion, by largest remainder; among equal remainders the first. */
  private static int[] shares(Collection<List<Integer>> strata, int count, int total) {
    long[] products = strata.stream().mapToLong(s -> (long) s.size() * count).toArray();
    int[] shares = new int[products.length];
    int left = count;
    for (int s = 0; s < shares.length; s++) {
      shares[s] = (int) (products[s] / total);
      left -= shares[s];
    }
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer s) -> products[s] % total).reversed())
        .limit(left)
        .forEach(s -> shares[s]++);
    return shares;
  }

  private static int[] samples(boolean[] drawn, boolean which) {
    return IntStream.range(0, drawn.length).filter(i -> drawn[i] == which).toArray();
  }
}
