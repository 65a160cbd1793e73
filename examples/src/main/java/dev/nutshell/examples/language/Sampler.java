package dev.nutshell.examples.language;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws tokens by their logits; it allocates nothing while it does. */
final class Sampler {
  private final double temperature;
  private final int topK;
  private final double topP;
  private final SplittableRandom random;
  private final float[] sorted;

  /**
   * A sampler.
   *
   * @param vocabulary how many tokens there are
   * @param temperature what logits are divided by: below 1 likely tokens become likelier
   * @param topK only as many of the likeliest tokens are drawn from
   * @param topP only the likeliest tokens that together have this probability are drawn from
   */
  Sampler(int vocabulary, double temperature, int topK, double topP, long seed) {
    this.temperature = temperature;
    this.topK = Math.min(topK, vocabulary);
    this.topP = topP;
    this.random = new SplittableRandom(seed);
    this.sorted = new float[vocabulary];
  }

  /** Draws a token by the logits that begin at an element of an array. */
  int next(float[] logits, int from) {
    System.arraycopy(logits, from, sorted, 0, sorted.length);
    Arrays.sort(sorted);
    double all = 0;
    for (float logit : sorted) {
      all += weight(logit);
    }
    double kept = 0;
    int count = 0;
    while (count < topK && (count == 0 || kept < topP * all)) {
      count++;
      kept += weight(sorted[sorted.length - count]);
    }
    return draw(logits, from, sorted[sorted.length - count], random.nextDouble() * kept);
  }

  private int draw(float[] logits, int from, float least, double drawn) {
    double left = drawn;
    int token = -1;
    for (int i = 0; i < sorted.length && left >= 0; i++) {
      if (logits[from + i] >= least) {
        left -= weight(logits[from + i]);
        token = i;
      }
    }
    return token;
  }

  /** The probability of a token, but for a factor that is the same for all. */
  private double weight(float logit) {
    return Math.exp((logit - sorted[sorted.length - 1]) / temperature);
  }
}
