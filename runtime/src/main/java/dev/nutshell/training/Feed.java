package dev.nutshell.training;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.Field;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data set, read into the inputs and targets of a network. */
final class Feed implements AutoCloseable {

  /** The largest array that every virtual machine allocates. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Dataset data;
  private final BatchReader reader;
  private final int[] single = new int[1];

  /**
   * Looks every input and target up.
   *
   * @param inputs where they go to
   * @throws IllegalArgumentException listing every column that is missing or of another width
   */
  Feed(Dataset data, EntrySpec entry, Column[] inputs) {
    this.data = data;
    Map<String, Field> fields =
        data.fields().stream().collect(Collectors.toMap(Field::name, field -> field));
    Map<String, Column> batch = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (TensorSpec tensor : tensors(entry).toList()) {
      Field field = fields.get(tensor.name());
      if (field == null) {
        problems.add("no column " + tensor.name());
      } else if (field.width() != tensor.size()) {
        problems.add(
            "column " + tensor + " needs rows of " + tensor.size() + ", found " + field.width());
      }
      batch.put(tensor.name(), inputs[batch.size()]);
    }
    if (!fields.keySet().containsAll(batch.keySet())) {
      problems.add(
          "there are " + data.fields().stream().map(Field::name).collect(Collectors.joining(", ")));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("data set: " + String.join("; ", problems));
    }
    reader = data.reader(batch);
  }

  private static Stream<TensorSpec> tensors(EntrySpec entry) {
    return Stream.concat(entry.inputs().stream(), entry.targets().stream());
  }

  /**
   * Whether so many samples of each input and target fit into an array.
   *
   * @throws IllegalArgumentException if not
   */
  static void checkCapacity(EntrySpec entry, int capacity) {
    int most = LARGEST_ARRAY / tensors(entry).mapToInt(TensorSpec::size).max().orElse(1);
    if (capacity > most) {
      throw new IllegalArgumentException(
          "capacity: 1 to " + most + " samples expected, " + capacity + " found");
    }
  }

  /** A column for each input, then for each target. */
  static Column[] columns(ModelSpec spec, EntrySpec entry, int rows) {
    return tensors(entry)
        .map(each -> Column.allocate(each.element(), spec.precision(), each.size(), rows))
        .toArray(Column[]::new);
  }

  Dataset data() {
    return data;
  }

  /** Begins a pass, as {@link BatchReader#begin}. */
  void begin(Epoch epoch, int[] order, int from) {
    reader.begin(epoch, order, from);
  }

  /** Begins a pass over all samples as they are and as they follow one another. */
  void beginInOrder() {
    int[] order = new int[data.size()];
    Arrays.setAll(order, i -> i);
    begin(Epoch.EVALUATION, order, 0);
  }

  /** Reads the next samples of the pass into the first rows. */
  void read(int n) {
    reader.read(0, n);
  }

  /** Reads a sample as it is, of no pass, into a row. */
  void readSingle(int sample, int slot) {
    single[0] = sample;
    reader.begin(Epoch.EVALUATION, single, 0);
    reader.read(slot, 1);
  }

  @Override
  public void close() {
    reader.close();
  }
}
