package dev.nutshell.data.pipeline;

/** A change of a field of a sample, always the same. */
@FunctionalInterface
public interface Transform {

  /**
   * Elements of a changed row.
   *
   * @param width elements of a row
   * @throws IllegalArgumentException if it does not fit
   */
  default int width(int width) {
    return width;
  }

  /**
   * Changes a row.
   *
   * @param from the row; truth is 1, a byte is 0 to 255
   * @param to gets the changed row, all of it
   */
  void apply(float[] from, float[] to);
}
