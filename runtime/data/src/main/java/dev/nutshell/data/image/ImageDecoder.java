package dev.nutshell.data.image;

import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.file.DataFileException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads image files as bytes. */
final class ImageDecoder {

  private static final int BITS = 8;

  private ImageDecoder() {}

  /**
   * Reads an image, scaled to a shape of 1 or 3 channels.
   *
   * @param pixels gets it, line by line
   * @throws DataFileException if it is no image
   */
  static void decode(Path file, ImageShape shape, byte[] pixels) throws IOException {
    BufferedImage image = read(file);
    ImageShape own = new ImageShape(image.getHeight(), image.getWidth(), shape.channels());
    byte[] full = own.equals(shape) ? pixels : new byte[own.size()];
    boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    for (int y = 0; y < own.height(); y++) {
      for (int x = 0; x < own.width(); x++) {
        int rgb = grey ? grey(image, x, y) : image.getRGB(x, y);
        store(rgb, full, (y * own.width() + x) * own.channels(), own.channels());
      }
    }
    if (full != pixels) {
      scale(full, own, pixels, shape);
    }
  }

  private static BufferedImage read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // What decoders throw at damaged files.
      DataFileException problem = new DataFileException(file + ": damaged: " + e.getMessage());
      problem.initCause(e);
      throw problem;
    }
    if (image == null) {
      throw new DataFileException(file + ": no PNG or JPEG file");
    }
    return image;
  }

  /** A grey pixel as it is in the file: {@code getRGB} would take it as linear and change it. */
  private static int grey(BufferedImage image, int x, int y) {
    int bits = image.getSampleModel().getSampleSize(0);
    int value = image.getRaster().getSample(x, y, 0);
    int level = bits > BITS ? value >> (bits - BITS) : value * 255 / ((1 << bits) - 1);
    return level << 16 | level << 8 | level;
  }

  private static void store(int rgb, byte[] to, int at, int channels) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    if (channels == 1) {
      // Luma of ITU-R BT.601.
      to[at] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    } else {
      to[at] = (byte) red;
      to[at + 1] = (byte) green;
      to[at + 2] = (byte) blue;
    }
  }

  /** Bilinear interpolation between the middles of pixels. */
  private static void scale(byte[] from, ImageShape fromShape, byte[] to, ImageShape toShape) {
    double stepY = (double) fromShape.height() / toShape.height();
    double stepX = (double) fromShape.width() / toShape.width();
    int channels = toShape.channels();
    for (int y = 0; y < toShape.height(); y++) {
      double sourceY = within((y + 0.5) * stepY - 0.5, fromShape.height());
      for (int x = 0; x < toShape.width(); x++) {
        double sourceX = within((x + 0.5) * stepX - 0.5, fromShape.width());
        for (int c = 0; c < channels; c++) {
          double value = interpolate(from, fromShape, sourceY, sourceX, c);
          to[(y * toShape.width() + x) * channels + c] = (byte) Math.round(value);
        }
      }
    }
  }

  private static double within(double position, int extent) {
    return Math.max(0, Math.min(extent - 1, position));
  }

  private static double interpolate(byte[] from, ImageShape shape, double y, double x, int c) {
    int top = (int) y;
    int left = (int) x;
    int bottom = Math.min(top + 1, shape.height() - 1);
    int right = Math.min(left + 1, shape.width() - 1);
    double upper = between(level(from, shape, top, left, c), level(from, shape, top, right, c), x);
    double lower =
        between(level(from, shape, bottom, left, c), level(from, shape, bottom, right, c), x);
    return between(upper, lower, y);
  }

  /** The value at the fraction of a position between two. */
  private static double between(double first, double second, double position) {
    double fraction = position - Math.floor(position);
    return first + (second - first) * fraction;
  }

  private static int level(byte[] image, ImageShape shape, int y, int x, int channel) {
    return image[(y * shape.width() + x) * shape.channels() + channel] & 0xff;
  }
}
