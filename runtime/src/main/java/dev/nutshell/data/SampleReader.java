package dev.nutshell.data;

/** A reader that takes one sample after the other; nothing has to be closed. */
public abstract class SampleReader implements BatchReader {
  private int[] order;
  private int position;

  /** For subclasses. */
  protected SampleReader() {}

  /**
   * Reads a sample.
   *
   * @param sample its number in the data set
   * @param row the row of the batch that it goes to
   */
  protected abstract void readSample(int sample, int row);

  @Override
  public final void begin(Epoch epoch, int[] samples, int from) {
    order = samples;
    position = from;
  }

  @Override
  public final void read(int row, int n) {
    for (int i = 0; i < n; i++) {
      readSample(order[position++], row + i);
    }
  }

  @Override
  public void close() {}
}
