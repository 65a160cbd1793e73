package dev.nutshell.data;

/**
 * Reads the samples of a data set, in an order, into the columns it was opened with.
 *
 * <p>One thread uses it at a time. What is in memory or mapped is read without allocating. Reading
 * fails with {@link java.io.UncheckedIOException} where files are read, and with an {@link
 * IllegalArgumentException} where a number does not fit its column; the reader can begin again
 * after either.
 */
public interface BatchReader extends AutoCloseable {

  /**
   * Begins to read; what is left of an earlier pass is dropped.
   *
   * @param epoch what random changes are drawn from
   * @param order the samples in the order of reading; it stays as it is while it is read from
   * @param from the position in the order of the first sample to read
   */
  void begin(Epoch epoch, int[] order, int from);

  /**
   * Reads the next samples of the order.
   *
   * @param row the first row that they go to
   * @param n how many, no more than are left
   */
  void read(int row, int n);

  /** Ends threads and releases files, where there are any. */
  @Override
  void close();
}
