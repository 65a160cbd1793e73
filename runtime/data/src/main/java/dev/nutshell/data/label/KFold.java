package dev.nutshell.data.label;

import dev.nutshell.data.Dataset;
import dev.nutshell.inference.ScalarMath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Cross-validation: each sample is once in a test part, and as often in a training part as there
 * are other folds.
 */
public final class KFold {

  /** Sets these random numbers apart from those of trainings and of other divisions. */
  private static final long STEP = Long.MIN_VALUE + 1;

  private KFold() {}

  /**
   * Divides samples into parts of equal size, but for one sample.
   *
   * @param folds how many, at least 2, at most the number of samples
   * @param seed what they are drawn from
   * @return for each fold the rest as training part, and the fold as test part; all keep the order
   * @throws IllegalArgumentException if the number does not fit
   */
  public static List<Dataset.Split> split(Dataset data, int folds, long seed) {
    List<Integer> all = IntStream.range(0, data.size()).boxed().toList();
    return split(data, List.of(all), folds, seed);
  }

  /**
   * Divides samples so that each fold has its share of each class, but for one sample of each.
   *
   * @param field a field of one number, such as the class
   * @param folds how many, at least 2, at most the number of samples
   * @param seed what they are drawn from
   * @throws IllegalArgumentException if the number or the field does not fit
   */
  public static List<Dataset.Split> stratified(Dataset data, String field, int folds, long seed) {
    return split(data, data.samplesByValue(field).values(), folds, seed);
  }

  private static List<Dataset.Split> split(
      Dataset data, Collection<List<Integer>> strata, int folds, long seed) {
    if (folds < 2 || folds > data.size()) {
      throw new IllegalArgumentException(
          "folds: 2 to " + data.size() + " expected, " + folds + " found");
    }
    int[] foldOf = new int[data.size()];
    int next = 0;
    for (List<Integer> stratum : strata) {
      // Dealt round, and going on where the class before ended: sizes differ by one at most.
      for (int sample : shuffled(stratum, seed)) {
        foldOf[sample] = next++ % folds;
      }
    }
    List<Dataset.Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int test = fold;
      splits.add(
          new Dataset.Split(
              data.select(samples(data, sample -> foldOf[sample] != test)),
              data.select(samples(data, sample -> foldOf[sample] == test))));
    }
    return List.copyOf(splits);
  }

  private static List<Integer> shuffled(List<Integer> samples, long seed) {
    return samples.stream()
        .sorted(
            Comparator.comparingDouble(
                (Integer sample) -> ScalarMath.uniformDouble(seed, STEP, 0, 0, sample)))
        .toList();
  }

  private static int[] samples(Dataset data, IntPredicate which) {
    return IntStream.range(0, data.size()).filter(which).toArray();
  }
}
