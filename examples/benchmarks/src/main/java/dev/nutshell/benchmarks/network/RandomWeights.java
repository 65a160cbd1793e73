package dev.nutshell.benchmarks.network;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import java.util.Random;

/**
 * Weights of a fixed seed: He normal where there is a fan-in, and for the rest numbers that a wrong
 * order or a forgotten term would show.
 */
public final class RandomWeights {
  private static final long SEED = 20260101;

  private RandomWeights() {}

  /** Weights of a network. */
  public static NetworkWeights of(ModelSpec spec) {
    Random random = new Random(SEED);
    float[] values = new float[spec.size()];
    for (VariableSpec variable : spec.variables()) {
      for (int i = 0; i < variable.size(); i++) {
        values[variable.offset() + i] = draw(variable, random);
      }
    }
    return new NetworkWeights(spec, values);
  }

  private static float draw(VariableSpec variable, Random random) {
    String path = variable.path();
    double normal = random.nextGaussian();
    if (path.endsWith("gamma")) {
      return (float) (1 + 0.1 * normal);
    }
    if (path.endsWith("moving_variance")) {
      return (float) (1 + 0.5 * random.nextDouble());
    }
    if (path.startsWith("token") || path.startsWith("position") || variable.shape().size() < 2) {
      return (float) (0.1 * normal);
    }
    int fanIn = variable.size() / variable.shape().get(variable.shape().size() - 1);
    return (float) (Math.sqrt(2.0 / fanIn) * normal);
  }
}
