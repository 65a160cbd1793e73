package dev.nutshell.data.augment;

import dev.nutshell.data.Epoch;
import dev.nutshell.inference.ScalarMath;

/**
 * The random numbers of one sample in one epoch, one after the other.
 *
 * <p>They are a function of the seed, the epoch, the place in the pipeline and the number of the
 * sample: neither the batch it falls into, nor the thread, nor what was read before matters, and a
 * resumed training draws what it would have drawn.
 */
public final class Draw {

  /** Sets these numbers apart from those of steps, which count from 0, and of epochs' orders. */
  private static final long FIRST_EPOCH = Long.MIN_VALUE / 2;

  private final int stream;
  private long seed;
  private long step;
  private int sample;
  private int drawn;

  /** The numbers of a place in a pipeline: places with the same number draw the same. */
  public Draw(int stream) {
    this.stream = stream;
  }

  /** Goes to the first number of a sample. */
  public void begin(Epoch epoch, int number) {
    seed = epoch.seed();
    step = FIRST_EPOCH + epoch.number();
    sample = number;
    drawn = 0;
  }

  /** The next number, from 0 to below 1. */
  public double uniform() {
    return ScalarMath.uniformDouble(seed, step, stream, sample, drawn++);
  }

  /** The next number, from one to below another. */
  public double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** The next whole number, from 0 to below a bound. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** True with a probability. */
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** The next number of the standard normal distribution, to about seven digits. */
  public double normal() {
    // Below every number but 0, of which there is no quantile.
    return NormalQuantile.of(Math.max(uniform(), 0x1p-54));
  }
}
