package dev.nutshell.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What inputs are drawn from, always with the same seed. */
public enum InputValues {
  /** The standard normal distribution. */
  NORMAL {
    @Override
    float draw(Random random) {
      return (float) random.nextGaussian();
    }
  },
  /** Four of five numbers are 0 and the others between 0 and 1, as in pictures of digits. */
  SPARSE {
    @Override
    float draw(Random random) {
      return random.nextInt(5) == 0 ? random.nextFloat() : 0;
    }
  };

  private static final long SEED = 7;
  private static final int MOST_INPUTS = 16;
  private static final int MOST_NUMBERS = 32_768;

  abstract float draw(Random random);

  /** Some inputs, fewer if they are large: what follows one another should not always be equal. */
  List<float[]> draw(int size) {
    Random random = new Random(SEED);
    int count = Math.max(2, Math.min(MOST_INPUTS, MOST_NUMBERS / size));
    List<float[]> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] input = new float[size];
      for (int j = 0; j < size; j++) {
        input[j] = draw(random);
      }
      inputs.add(input);
    }
    return inputs;
  }
}
