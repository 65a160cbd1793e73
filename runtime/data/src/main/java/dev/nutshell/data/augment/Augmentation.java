package dev.nutshell.data.augment;

/**
 * A random change of a field of a sample.
 *
 * <p>Several threads may use one; what it remembers it was made with.
 */
public interface Augmentation {

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
   * Changes a sample that is trained on.
   *
   * @param from its row
   * @param to gets the changed row, all of it
   * @param draw what is random
   */
  void apply(float[] from, float[] to, Draw draw);

  /**
   * Makes a row of the changed width of a sample that is not trained on, with nothing random; where
   * nothing else is said, it is the row as it is.
   */
  default void evaluate(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
