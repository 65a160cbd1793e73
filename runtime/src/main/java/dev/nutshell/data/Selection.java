package dev.nutshell.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Some samples of a data set. */
final class Selection implements Dataset {

  private final Dataset source;
  private final int[] samples;

  Selection(Dataset source, int[] samples) {
    for (int sample : samples) {
      Objects.checkIndex(sample, source.size());
    }
    this.source = source;
    this.samples = samples.clone();
  }

  @Override
  public int size() {
    return samples.length;
  }

  @Override
  public List<Field> fields() {
    return source.fields();
  }

  @Override
  public int original(int sample) {
    return source.original(samples[sample]);
  }

  @Override
  public Column column(String name) {
    return source.column(name).select(samples);
  }

  /** Selections of selections keep one array of numbers. */
  @Override
  public Dataset select(int... selected) {
    return new Selection(source, translate(selected));
  }

  private int[] translate(int[] selected) {
    int[] translated = new int[selected.length];
    for (int i = 0; i < selected.length; i++) {
      translated[i] = samples[Objects.checkIndex(selected[i], samples.length)];
    }
    return translated;
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    return new Reader(source.reader(batch));
  }

  /** Reads the samples under their numbers in the source. */
  private final class Reader implements BatchReader {

    private final BatchReader reader;

    Reader(BatchReader reader) {
      this.reader = reader;
    }

    @Override
    public void begin(Epoch epoch, int[] order, int from) {
      reader.begin(epoch, translate(order), from);
    }

    @Override
    public void read(int row, int n) {
      reader.read(row, n);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
