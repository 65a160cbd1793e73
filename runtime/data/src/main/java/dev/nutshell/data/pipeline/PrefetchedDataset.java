package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import java.util.List;
import java.util.Map;

/** A data set whose readers read ahead. */
record PrefetchedDataset(Dataset source, int batches) implements Dataset {

  PrefetchedDataset {
    if (batches < 1) {
      throw new IllegalArgumentException("batches: 1 or more expected, " + batches + " found");
    }
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public List<Field> fields() {
    return source.fields();
  }

  @Override
  public int original(int sample) {
    return source.original(sample);
  }

  @Override
  public Column column(String name) {
    return source.column(name);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    return batch.isEmpty() ? source.reader(batch) : new PrefetchReader(source, batch, batches);
  }
}
