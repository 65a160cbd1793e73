package dev.nutshell.data.augment;

/**
 * Cuts a rectangle out of images at a random place; in evaluations, out of the middle.
 *
 * @param shape the images
 * @param height lines of the rectangle
 * @param width pixels of its lines
 * @param padding pixels of 0 around the image before it is cut, in training alone, as {@code
 *     RandomCrop(32, padding=4)} of PyTorch; 0 for none
 */
public record RandomCrop(ImageShape shape, int height, int width, int padding)
    implements Augmentation {

  /** Checks that the rectangle is within the image. */
  public RandomCrop {
    if (height < 1 || height > shape.height() || width < 1 || width > shape.width()) {
      throw new IllegalArgumentException(
          "crop of 1 to "
              + shape.height()
              + " lines and 1 to "
              + shape.width()
              + " pixels expected, "
              + height
              + " and "
              + width
              + " found");
    }
    if (padding < 0) {
      throw new IllegalArgumentException("padding: 0 or more expected, " + padding + " found");
    }
  }

  /** The images that are cut out. */
  public ImageShape cropped() {
    return new ImageShape(height, width, shape.channels());
  }

  @Override
  public int width(int elements) {
    shape.require(elements);
    return cropped().size();
  }

  @Override
  public void apply(float[] from, float[] to, Draw draw) {
    int top = draw.below(shape.height() + 2 * padding - height + 1) - padding;
    int left = draw.below(shape.width() + 2 * padding - width + 1) - padding;
    Window.copy(from, shape, to, height, width, top, left);
  }

  @Override
  public void evaluate(float[] from, float[] to) {
    int top = (shape.height() - height) / 2;
    int left = (shape.width() - width) / 2;
    Window.copy(from, shape, to, height, width, top, left);
  }
}
