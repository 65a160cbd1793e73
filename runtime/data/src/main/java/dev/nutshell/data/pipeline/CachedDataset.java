package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import java.util.List;
import java.util.Map;

/** A data set that was read once, as in an evaluation, and is in memory since. */
final class CachedDataset extends ForwardingDataset {

  private final Dataset memory;

  CachedDataset(Dataset source) {
    super(source);
    List<Field> fields = source.fields();
    Dataset read = Dataset.of(fields.get(0).name(), source.column(fields.get(0).name()));
    for (Field field : fields.subList(1, fields.size())) {
      read = read.with(field.name(), source.column(field.name()));
    }
    memory = read;
  }

  @Override
  public Column column(String name) {
    return memory.column(name);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    return memory.reader(batch);
  }
}
