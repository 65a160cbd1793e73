package dev.nutshell.data;

import java.util.List;
import java.util.Map;

/** A data set of one field, which is in memory. */
final class ColumnDataset implements Dataset {

  private final Field field;
  private final Column column;

  ColumnDataset(String name, Column column) {
    this.field = new Field(name, column.element(), column.width());
    this.column = column;
  }

  @Override
  public int size() {
    return column.rows();
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public Column column(String name) {
    field(name);
    return column;
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    batch.keySet().forEach(this::field);
    return new Reader(batch.get(field.name()));
  }

  /** Copies rows. */
  private final class Reader implements BatchReader {

    private final Column target;
    private int[] order;
    private int position;

    Reader(Column target) {
      this.target = target;
    }

    @Override
    public void begin(Epoch epoch, int[] samples, int from) {
      order = samples;
      position = from;
    }

    @Override
    public void read(int row, int n) {
      for (int i = 0; i < n; i++) {
        int sample = order[position++];
        try {
          column.copyRow(sample, target, row + i);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "column " + field.name() + ", row " + sample + ": " + e.getMessage(), e);
        }
      }
    }

    @Override
    public void close() {}
  }
}
