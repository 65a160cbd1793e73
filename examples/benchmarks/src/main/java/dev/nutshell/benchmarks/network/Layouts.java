package dev.nutshell.benchmarks.network;

/** Reorderings of flat arrays. */
public final class Layouts {

  private Layouts() {}

  /** A matrix of so many rows and columns with both exchanged. */
  public static float[] transposed(float[] matrix, int rows, int columns) {
    float[] result = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        result[column * rows + row] = matrix[row * columns + column];
      }
    }
    return result;
  }

  /** Images {@code [height, width, channels]}, one after the other, with the channels first. */
  public static float[] channelsFirst(float[] images, int count, ImageShape image) {
    return eachTransposed(images, count, image.height() * image.width(), image.channels());
  }

  /** Images {@code [channels, height, width]}, one after the other, with the channels last. */
  public static float[] channelsLast(float[] images, int count, ImageShape image) {
    return eachTransposed(images, count, image.channels(), image.height() * image.width());
  }

  private static float[] eachTransposed(float[] images, int count, int rows, int columns) {
    int size = rows * columns;
    float[] result = new float[images.length];
    float[] one = new float[size];
    for (int i = 0; i < count; i++) {
      System.arraycopy(images, i * size, one, 0, size);
      System.arraycopy(transposed(one, rows, columns), 0, result, i * size, size);
    }
    return result;
  }
}
