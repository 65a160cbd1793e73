package dev.nutshell.processor.diagram;

/**
 * Places as near as possible to where they are wanted, in order and far enough from each other: the
 * least sum of squared distances, by pooling adjacent violators (Ayer et al., 1955).
 */
final class Spacing {
  private Spacing() {}

  /**
   * Sets {@code places} to the solution.
   *
   * @param places where each is wanted
   * @param gaps the least distance of each from the one before it; the first is not read
   */
  static void solve(double[] places, double[] gaps) {
    int n = places.length;
    double[] sums = new double[n];
    int[] sizes = new int[n];
    int blocks = 0;
    double offset = 0;
    for (int i = 0; i < n; i++) {
      offset += i == 0 ? 0 : gaps[i];
      sums[blocks] = places[i] - offset;
      sizes[blocks] = 1;
      blocks++;
      while (blocks > 1
          && sums[blocks - 2] * sizes[blocks - 1] > sums[blocks - 1] * sizes[blocks - 2]) {
        blocks--;
        sums[blocks - 1] += sums[blocks];
        sizes[blocks - 1] += sizes[blocks];
      }
    }
    offset = 0;
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      for (int j = 0; j < sizes[block]; j++, i++) {
        offset += i == 0 ? 0 : gaps[i];
        places[i] = sums[block] / sizes[block] + offset;
      }
    }
  }
}
