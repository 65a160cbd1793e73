package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.Field;
import dev.nutshell.data.augment.Augmentation;
import dev.nutshell.data.augment.Draw;
import dev.nutshell.inference.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data set with some of its fields changed. */
final class AugmentedDataset implements Dataset {

  private final Dataset source;
  private final List<String> names;
  private final Augmentation augmentation;
  private final int stream;
  private final List<Field> fields = new ArrayList<>();

  /**
   * A view.
   *
   * @param element the kind of the changed fields; null leaves it as it is
   */
  AugmentedDataset(
      Dataset source, List<String> names, Augmentation augmentation, Element element, int stream) {
    this.source = source;
    this.names = List.copyOf(names);
    this.augmentation = augmentation;
    this.stream = stream;
    names.forEach(source::field);
    for (Field field : source.fields()) {
      fields.add(names.contains(field.name()) ? changed(field, element) : field);
    }
  }

  private Field changed(Field field, Element element) {
    try {
      return new Field(
          field.name(),
          element == null ? field.element() : element,
          augmentation.width(field.width()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("field " + field.name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  @Override
  public int original(int sample) {
    return source.original(sample);
  }

  @Override
  public Column column(String name) {
    return names.contains(name) ? Dataset.super.column(name) : source.column(name);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    batch.keySet().forEach(this::field);
    Map<String, Column> same = new LinkedHashMap<>(batch);
    same.keySet().removeAll(names);
    if (same.size() == batch.size()) {
      return source.reader(batch);
    }
    Map<String, Column> rows = new LinkedHashMap<>();
    List<ChangedRow> changes = new ArrayList<>();
    for (String name : names) {
      if (batch.containsKey(name)) {
        ChangedRow change = new ChangedRow(source.field(name), field(name), batch.get(name));
        changes.add(change);
        rows.put(name, change.from);
      }
    }
    return new Reader(
        same.isEmpty() ? null : source.reader(same), source.reader(rows), List.copyOf(changes));
  }

  /** A field of one sample, before and after. */
  private static final class ChangedRow {

    final Column from;
    final Column to;
    final Column target;

    ChangedRow(Field before, Field after, Column target) {
      this.from = Column.of(before.width(), new float[before.width()]);
      this.to = Column.of(after.width(), new float[after.width()]);
      this.target = target;
    }

    /** Puts what was made of the row into a row of the batch; bytes are rounded, halves upwards. */
    void store(int row) {
      if (target.element() != Element.BYTE) {
        to.copyRow(0, target, row);
        return;
      }
      float[] values = to.floats();
      byte[] bytes = target.bytes();
      int begin = row * values.length;
      for (int i = 0; i < values.length; i++) {
        // The sum is exact in double precision; if it is negative, any rounding ends at 0.
        int rounded = (int) (values[i] + 0.5);
        bytes[begin + i] = (byte) Math.max(0, Math.min(255, rounded));
      }
    }
  }

  /** Reads the other fields as they are, the changed ones sample by sample. */
  private final class Reader implements BatchReader {

    /** Null if no other field is read. */
    private final BatchReader same;

    private final BatchReader changing;
    private final List<ChangedRow> changes;
    private final Draw draw = new Draw(stream);
    private Epoch epoch;
    private int[] order;
    private int position;

    Reader(BatchReader same, BatchReader changing, List<ChangedRow> changes) {
      this.same = same;
      this.changing = changing;
      this.changes = changes;
    }

    @Override
    public void begin(Epoch newEpoch, int[] samples, int from) {
      if (same != null) {
        same.begin(newEpoch, samples, from);
      }
      changing.begin(newEpoch, samples, from);
      epoch = newEpoch;
      order = samples;
      position = from;
    }

    @Override
    public void read(int row, int n) {
      if (same != null) {
        same.read(row, n);
      }
      for (int i = 0; i < n; i++) {
        changing.read(0, 1);
        int sample = order[position++];
        for (int c = 0; c < changes.size(); c++) {
          change(changes.get(c), sample);
          changes.get(c).store(row + i);
        }
      }
    }

    private void change(ChangedRow change, int sample) {
      if (epoch.training()) {
        draw.begin(epoch, sample);
        augmentation.apply(change.from.floats(), change.to.floats(), draw);
      } else {
        augmentation.evaluate(change.from.floats(), change.to.floats());
      }
    }

    @Override
    public void close() {
      try {
        changing.close();
      } finally {
        if (same != null) {
          same.close();
        }
      }
    }
  }
}
