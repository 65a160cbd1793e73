package dev.nutshell.data.augment;

/**
 * How the pixels of an image lie in a row: line by line, the channels of a pixel side by side.
 *
 * @param height lines
 * @param width pixels of a line
 * @param channels numbers of a pixel: 1 for grey, 3 for colour
 */
public record ImageShape(int height, int width, int channels) {

  /** Checks the extents. */
  public ImageShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "image of 1 or more lines, pixels and channels expected, "
              + height
              + ", "
              + width
              + " and "
              + channels
              + " found");
    }
    Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** Numbers of an image. */
  public int size() {
    return height * width * channels;
  }

  /** Numbers of a line. */
  int line() {
    return width * channels;
  }

  /** The number of numbers, if a row has as many. */
  int require(int elements) {
    if (elements != size()) {
      throw new IllegalArgumentException(
          "an image of "
              + height
              + " x "
              + width
              + " x "
              + channels
              + " has "
              + size()
              + " numbers, found "
              + elements);
    }
    return elements;
  }
}
