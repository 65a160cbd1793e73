package dev.nutshell.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A data set and one field more. */
final class ZippedDataset implements Dataset {

  private final Dataset first;
  private final Dataset second;
  private final List<Field> fields;

  ZippedDataset(Dataset first, String name, Column column) {
    fields = new ArrayList<>(first.fields());
    for (Field field : fields) {
      if (field.name().equals(name)) {
        throw new IllegalArgumentException("second column " + name);
      }
    }
    if (column.rows() != first.size()) {
      throw new IllegalArgumentException(
          "column " + name + ": " + first.size() + " rows expected, " + column.rows() + " found");
    }
    this.first = first;
    this.second = new ColumnDataset(name, column);
    fields.addAll(second.fields());
  }

  @Override
  public int size() {
    return first.size();
  }

  @Override
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  private boolean isSecond(String name) {
    return second.fields().get(0).name().equals(name);
  }

  @Override
  public int original(int sample) {
    return first.original(sample);
  }

  @Override
  public Column column(String name) {
    field(name);
    return isSecond(name) ? second.column(name) : first.column(name);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    batch.keySet().forEach(this::field);
    Map<String, Column> rest = new HashMap<>(batch);
    rest.keySet().removeIf(this::isSecond);
    if (rest.isEmpty()) {
      return second.reader(batch);
    }
    BatchReader reader = first.reader(rest);
    if (rest.size() == batch.size()) {
      return reader;
    }
    Map<String, Column> own = new HashMap<>(batch);
    own.keySet().retainAll(List.of(second.fields().get(0).name()));
    return new Reader(reader, second.reader(own));
  }

  /** Reads from both. */
  private record Reader(BatchReader left, BatchReader right) implements BatchReader {

    @Override
    public void begin(Epoch epoch, int[] order, int from) {
      left.begin(epoch, order, from);
      right.begin(epoch, order, from);
    }

    @Override
    public void read(int row, int n) {
      left.read(row, n);
      right.read(row, n);
    }

    @Override
    public void close() {
      left.close();
    }
  }
}
