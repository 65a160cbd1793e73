package dev.nutshell.data.augment;

/**
 * Adds noise of the normal distribution to each number.
 *
 * @param deviation its standard deviation, 0 or more, in the units of the numbers
 */
public record GaussianNoise(double deviation) implements Augmentation {

  /** Checks the deviation. */
  public GaussianNoise {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("deviation: 0 or more expected, " + deviation + " found");
    }
  }

  @Override
  public void apply(float[] from, float[] to, Draw draw) {
    for (int i = 0; i < to.length; i++) {
      to[i] = (float) (from[i] + deviation * draw.normal());
    }
  }
}
