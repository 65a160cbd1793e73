package dev.nutshell.data.augment;

import dev.nutshell.inference.ScalarMath;

/**
 * Turns images about their middle, with bilinear interpolation; what comes in is 0.
 *
 * @param shape the images
 * @param degrees how far at most, either way: 0 to 180
 */
public record RandomRotation(ImageShape shape, double degrees) implements Augmentation {

  /** Checks the angle. */
  public RandomRotation {
    if (!(degrees >= 0 && degrees <= 180)) {
      throw new IllegalArgumentException("degrees: 0 to 180 expected, " + degrees + " found");
    }
  }

  @Override
  public int width(int width) {
    return shape.require(width);
  }

  @Override
  public void apply(float[] from, float[] to, Draw draw) {
    turn(shape, Math.toRadians(draw.uniform(-degrees, degrees)), from, to);
  }

  /** Turns an image anticlockwise. */
  static void turn(ImageShape shape, double angle, float[] from, float[] to) {
    double cos = ScalarMath.cos(angle);
    double sin = ScalarMath.sin(angle);
    double middleX = (shape.width() - 1) / 2.0;
    double middleY = (shape.height() - 1) / 2.0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        // Where the pixel comes from: the middle stays, the rest is turned back.
        double sourceX = middleX + cos * (x - middleX) - sin * (y - middleY);
        double sourceY = middleY + sin * (x - middleX) + cos * (y - middleY);
        interpolate(shape, from, sourceY, sourceX, to, y * shape.line() + x * shape.channels());
      }
    }
  }

  private static void interpolate(
      ImageShape shape, float[] from, double y, double x, float[] to, int target) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    for (int c = 0; c < shape.channels(); c++) {
      double upper =
          (1 - right) * pixel(shape, from, top, left, c)
              + right * pixel(shape, from, top, left + 1, c);
      double lower =
          (1 - right) * pixel(shape, from, top + 1, left, c)
              + right * pixel(shape, from, top + 1, left + 1, c);
      to[target + c] = (float) ((1 - down) * upper + down * lower);
    }
  }

  private static float pixel(ImageShape shape, float[] image, int y, int x, int channel) {
    boolean inside = y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
    return inside ? image[y * shape.line() + x * shape.channels() + channel] : 0;
  }
}
