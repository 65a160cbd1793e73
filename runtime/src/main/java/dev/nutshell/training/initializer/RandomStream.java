package dev.nutshell.training.initializer;

import dev.nutshell.inference.ScalarMath;

/**
 * Random numbers that are a function of a seed, a name and an index: drawn in any order, they are
 * the same on every machine.
 *
 * @param seed the seed of the training
 * @param step tells repeated uses of one name apart, such as epochs; steps of training count from
 *     0, so what is drawn outside of them uses negative numbers
 * @param stream the hash of the name
 */
public record RandomStream(long seed, long step, long stream) {

  /** The step of initial values; epochs lie below it. */
  public static final long INITIAL_VALUES = -1;

  /** The stream of a name. */
  public static RandomStream named(long seed, long step, String name) {
    // FNV-1a over the characters; the generator behind mixes it well.
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return new RandomStream(seed, step, hash);
  }

  /** A number from 0 to below 1; draws tell several numbers for one index apart. */
  public double uniform(int draw, int index) {
    return ScalarMath.uniformDouble(seed, step, stream, draw, index);
  }

  /** A whole number from 0 to below a bound. */
  public int below(int bound, int index) {
    return (int) (uniform(0, index) * bound);
  }

  /** A number of the standard normal distribution, by Box and Muller's transform. */
  public double normal(int draw, int index) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(2 * draw, index)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(2 * draw + 1, index));
  }

  /** A number of the standard normal distribution cut at plus and minus 2. */
  public double truncatedNormal(int index) {
    double value = normal(0, index);
    for (int draw = 1; Math.abs(value) > 2; draw++) {
      value = normal(draw, index);
    }
    return value;
  }

  /** The numbers 0 to size - 1 in random order, by Fisher and Yates' shuffle. */
  public void permutation(int[] order) {
    for (int i = 0; i < order.length; i++) {
      int j = below(i + 1, i);
      order[i] = order[j];
      order[j] = i;
    }
  }
}
