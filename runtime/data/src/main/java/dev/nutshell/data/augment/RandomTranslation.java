package dev.nutshell.data.augment;

/**
 * Shifts images by whole pixels; what comes in is 0.
 *
 * @param shape the images
 * @param vertical how far up or down at most, as a part of the height, 0 to 1
 * @param horizontal how far left or right at most, as a part of the width, 0 to 1
 */
public record RandomTranslation(ImageShape shape, double vertical, double horizontal)
    implements Augmentation {

  /** Checks the parts. */
  public RandomTranslation {
    if (!(vertical >= 0 && vertical <= 1 && horizontal >= 0 && horizontal <= 1)) {
      throw new IllegalArgumentException(
          "shifts: 0 to 1 expected, " + vertical + " and " + horizontal + " found");
    }
  }

  @Override
  public int width(int width) {
    return shape.require(width);
  }

  @Override
  public void apply(float[] from, float[] to, Draw draw) {
    int down = shift(vertical * shape.height(), draw);
    int right = shift(horizontal * shape.width(), draw);
    Window.copy(from, shape, to, shape.height(), shape.width(), -down, -right);
  }

  private static int shift(double most, Draw draw) {
    int pixels = (int) Math.round(most);
    return draw.below(2 * pixels + 1) - pixels;
  }
}
