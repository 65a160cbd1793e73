package dev.nutshell.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nutshell.inference.Allocation;
import dev.nutshell.inference.Precision;
import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientPartsTest {

  private static final int SIZE = 10_000;
  private static final int CHUNKS = 5;

  private final Storage gradients = Storage.allocate(Precision.FLOAT, SIZE);
  private final int first = gradients.offset();
  private final GradientParts parts = new GradientParts(gradients, CHUNKS);
  private final float[][] arrays = parts.floats();

  private void fill() {
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      for (int i = 0; i < first + SIZE; i++) {
        arrays[chunk][i] = (float) Math.sin(i + 7.0 * chunk) * (chunk + 1) / 3;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void partsAreAddedInTheOrderOfTheChunks(int threads) {
    fill();
    float[] expected = arrays[0].clone();
    for (int i = 100; i < 9_900; i++) {
      for (int chunk = 1; chunk < 4; chunk++) {
        expected[i] += arrays[chunk][i];
      }
    }
    try (WorkerPool pool = new WorkerPool(threads)) {
      parts.join(pool, 4, 100, 9_800);
    }
    assertArrayEquals(expected, gradients.floats());
  }

  @Test
  void oneChunkIsTheGradientItself() {
    fill();
    float[] expected = arrays[0].clone();
    assertSame(gradients.floats(), arrays[0]);
    try (WorkerPool pool = new WorkerPool(2)) {
      parts.join(pool, 1, first, SIZE);
    }
    assertArrayEquals(expected, gradients.floats());
  }

  @Test
  void aJoinAllocatesNothing() {
    try (WorkerPool pool = new WorkerPool(2)) {
      Runnable joins =
          () -> {
            for (int i = 0; i < 2_000; i++) {
              parts.join(pool, CHUNKS, first, SIZE);
            }
          };
      assertEquals(0, Allocation.settledBytes(joins, "nutshell-worker"));
    }
  }
}
