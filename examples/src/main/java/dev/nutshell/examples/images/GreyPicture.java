package dev.nutshell.examples.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Images of 28 × 28 grey values from 0 to 1, in rows and columns of one picture. */
final class GreyPicture {
  /** Pixels of an image. */
  static final int PIXELS = 28 * 28;

  private static final int SIDE = 28;

  private final BufferedImage picture;

  /** A picture of so many images, all black yet. */
  GreyPicture(int rows, int columns) {
    picture = new BufferedImage(columns * SIDE, rows * SIDE, BufferedImage.TYPE_BYTE_GRAY);
  }

  /** Puts an image at its place. */
  void draw(int row, int column, float[] image) {
    for (int p = 0; p < PIXELS; p++) {
      int grey = Math.round(255 * Math.min(Math.max(image[p], 0), 1));
      picture.getRaster().setSample(column * SIDE + p % SIDE, row * SIDE + p / SIDE, 0, grey);
    }
  }

  /** Writes a PNG file, into a folder that need not be there. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(picture, "png", file.toFile());
  }
}
