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
  private final class Reader extends SampleReader {

    private final Column target;

    Reader(Column target) {
      this.target = target;
    }

    @Override
    protected void readSample(int sample, int row) {
      try {
        column.copyRow(sample, target, row);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "column " + field.name() + ", row " + sample + ": " + e.getMessage(), e);
      }
    }
  }
}
