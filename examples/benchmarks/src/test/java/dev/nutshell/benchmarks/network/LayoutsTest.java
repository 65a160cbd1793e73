package dev.nutshell.benchmarks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LayoutsTest {
  private static final ImageShape IMAGE = new ImageShape(1, 2, 3);

  @Test
  void channelsGoFirstAndBack() {
    float[] last = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};
    float[] first = {1, 4, 2, 5, 3, 6, 10, 40, 20, 50, 30, 60};
    assertArrayEquals(first, Layouts.channelsFirst(last, 2, IMAGE));
    assertArrayEquals(last, Layouts.channelsLast(first, 2, IMAGE));
  }

  @Test
  void filtersGoFirst() {
    NetworkWeights weights = RandomWeights.of(LeNetNet.SPEC);
    float[] own = weights.values("conv2.W");
    float[] first = weights.filtersFirst("conv2.W");
    // [5, 5, 6, 16] becomes [16, 6, 5, 5].
    float[] expected = new float[own.length];
    for (int p = 0; p < 5; p++) {
      for (int q = 0; q < 5; q++) {
        for (int d = 0; d < 6; d++) {
          for (int f = 0; f < 16; f++) {
            expected[((f * 6 + d) * 5 + p) * 5 + q] = own[((p * 5 + q) * 6 + d) * 16 + f];
          }
        }
      }
    }
    assertArrayEquals(expected, first);
  }

  @Test
  void rowsOfAnImageGoChannelsFirst() {
    NetworkWeights weights = RandomWeights.of(LeNetNet.SPEC);
    float[] own = weights.values("fc1.W");
    float[] permuted = weights.rowsChannelsFirst("fc1.W", new ImageShape(4, 4, 16));
    float[] expected = new float[own.length];
    for (int position = 0; position < 16; position++) {
      for (int channel = 0; channel < 16; channel++) {
        int from = (position * 16 + channel) * 120;
        System.arraycopy(own, from, expected, (channel * 16 + position) * 120, 120);
      }
    }
    assertArrayEquals(expected, permuted);
  }
}
