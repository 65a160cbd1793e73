package dev.nutshell.data.augment;

/**
 * Mirrors images with a probability of one half: left and right, top and bottom, or each on its
 * own.
 *
 * @param shape the images
 * @param horizontal whether left and right are exchanged
 * @param vertical whether top and bottom are exchanged
 */
public record RandomFlip(ImageShape shape, boolean horizontal, boolean vertical)
    implements Augmentation {

  /** Exchanges left and right. */
  public static RandomFlip horizontal(ImageShape shape) {
    return new RandomFlip(shape, true, false);
  }

  /** Exchanges top and bottom. */
  public static RandomFlip vertical(ImageShape shape) {
    return new RandomFlip(shape, false, true);
  }

  @Override
  public int width(int width) {
    return shape.require(width);
  }

  @Override
  public void apply(float[] from, float[] to, Draw draw) {
    boolean sideways = horizontal && draw.chance(0.5);
    boolean upsideDown = vertical && draw.chance(0.5);
    int channels = shape.channels();
    for (int y = 0; y < shape.height(); y++) {
      int source = (upsideDown ? shape.height() - 1 - y : y) * shape.line();
      int target = y * shape.line();
      if (!sideways) {
        System.arraycopy(from, source, to, target, shape.line());
        continue;
      }
      for (int x = 0; x < shape.width(); x++) {
        int mirrored = source + (shape.width() - 1 - x) * channels;
        for (int c = 0; c < channels; c++) {
          to[target + x * channels + c] = from[mirrored + c];
        }
      }
    }
  }
}
