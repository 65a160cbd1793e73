package dev.nutshell.data.augment;

import java.util.Arrays;

/** Copies a rectangle of an image; what lies beside the image is 0. */
final class Window {

  private Window() {}

  /**
   * Copies.
   *
   * @param height lines of the rectangle
   * @param width pixels of its lines
   * @param top the line of the image that becomes the first; may be negative
   * @param left the pixel of a line that becomes the first; may be negative
   */
  static void copy(
      float[] from, ImageShape image, float[] to, int height, int width, int top, int left) {
    int first = Math.max(0, -left);
    int pixels = Math.min(width, image.width() - left) - first;
    boolean beside = top < 0 || left < 0;
    if (beside || top + height > image.height() || left + width > image.width()) {
      Arrays.fill(to, 0);
    }
    for (int y = 0; y < height && pixels > 0; y++) {
      int line = top + y;
      if (line >= 0 && line < image.height()) {
        System.arraycopy(
            from,
            line * image.line() + (left + first) * image.channels(),
            to,
            y * width * image.channels() + first * image.channels(),
            pixels * image.channels());
      }
    }
  }
}
