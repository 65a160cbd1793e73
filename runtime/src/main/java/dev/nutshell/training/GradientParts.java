package dev.nutshell.training;

import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;

/**
 * What each chunk of samples adds to the gradients: an array for each chunk, as long as that of the
 * gradients, which is the first chunk's. A batch of one chunk has nothing to join.
 *
 * <p>An array for each, and the same index in all, since HotSpot vectorises no loop in which one
 * array is read at a distance.
 */
final class GradientParts {

  /** Elements that are joined at a time: they stay in the first-level cache meanwhile. */
  private static final int PORTION = 4096;

  private final Storage[] parts;
  private final WorkerPool.Task task = this::joinPortion;

  // The join at work, for the threads of the pool.
  private int chunks;
  private int begin;
  private int end;

  /**
   * Allocates the parts.
   *
   * @param gradients the first part
   * @param chunks the most chunks of a batch, at least 1
   */
  GradientParts(Storage gradients, int chunks) {
    parts = new Storage[chunks];
    parts[0] = gradients;
    for (int i = 1; i < chunks; i++) {
      parts[i] = Storage.allocate(gradients.precision(), gradients.size());
    }
  }

  float[][] floats() {
    return Arrays.stream(parts).map(Storage::floats).toArray(float[][]::new);
  }

  double[][] doubles() {
    return Arrays.stream(parts).map(Storage::doubles).toArray(double[][]::new);
  }

  /**
   * Adds some elements of the parts of the first chunks, in order, to those of the first.
   *
   * @param from the index of the first element in the arrays
   */
  void join(WorkerPool pool, int count, int from, int size) {
    if (count > 1) {
      chunks = count;
      begin = from - parts[0].offset();
      end = begin + size;
      pool.run(task, (size + PORTION - 1) / PORTION);
    }
  }

  private void joinPortion(int portion) {
    int from = begin + portion * PORTION;
    int to = Math.min(end, from + PORTION);
    for (int chunk = 1; chunk < chunks; chunk++) {
      parts[0].add(parts[chunk], from, to);
    }
  }
}
