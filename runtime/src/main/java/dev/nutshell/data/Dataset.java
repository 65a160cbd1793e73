package dev.nutshell.data;

import dev.nutshell.inference.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Samples under the numbers 0 to size - 1, each with the same fields: a map-style data set in the
 * words of PyTorch.
 *
 * <p>Data sets are immutable, and views of data sets are data sets. Several threads may use one;
 * each opens a reader of its own.
 */
public interface Dataset {

  /** The number of samples. */
  int size();

  /** What each sample has. */
  List<Field> fields();

  /**
   * The number that a sample has in the data set that this one was selected from, by splits, folds,
   * ranges or selections, in however many steps; its own number where nothing was selected.
   *
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  default int original(int sample) {
    return Objects.checkIndex(sample, size());
  }

  /**
   * Opens a reader. It belongs to the caller, who closes it.
   *
   * @param batch for each field that is to be read, by name, the column that its rows go to; as
   *     wide as the field, all with equally many rows
   * @throws IllegalArgumentException if there is no field of one of the names
   */
  BatchReader reader(Map<String, Column> batch);

  /** A data set of one field, in memory; {@link #with} adds others. */
  static Dataset of(String name, Column column) {
    return new ColumnDataset(name, column);
  }

  /**
   * This data set with one field more, which is in memory.
   *
   * @throws IllegalArgumentException if the name is taken or the column has another number of rows
   */
  default Dataset with(String name, Column column) {
    return new ZippedDataset(this, name, column);
  }

  /**
   * A field.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  default Field field(String name) {
    for (Field field : fields()) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    throw new IllegalArgumentException(
        "no column "
            + name
            + "; there are "
            + fields().stream().map(Field::name).collect(Collectors.joining(", ")));
  }

  /**
   * One field of all samples, in memory, in their order. What is not in memory already is read into
   * it, numbers of no whole in single precision.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  default Column column(String name) {
    Field field = field(name);
    Column column = Column.allocate(field.element(), Precision.FLOAT, field.width(), size());
    try (BatchReader reader = reader(Map.of(name, column))) {
      int[] order = new int[size()];
      Arrays.setAll(order, i -> i);
      reader.begin(Epoch.EVALUATION, order, 0);
      reader.read(0, size());
    }
    return column;
  }

  /**
   * Which samples have each value of a field, such as each class: the values and the samples of
   * each in ascending order.
   *
   * @throws IllegalArgumentException if there is no such field, or it is not one number a sample
   */
  default Map<Double, List<Integer>> samplesByValue(String name) {
    Column column = column(name);
    if (column.width() != 1) {
      throw new IllegalArgumentException(
          "column " + name + ": one number a sample expected, " + column.width() + " found");
    }
    Map<Double, List<Integer>> samples = new TreeMap<>();
    for (int sample = 0; sample < column.rows(); sample++) {
      samples.computeIfAbsent(column.get(sample), value -> new ArrayList<>()).add(sample);
    }
    return samples;
  }

  /**
   * Some of the samples, in the order given; a sample may come more than once.
   *
   * @throws IndexOutOfBoundsException if one of them does not exist
   */
  default Dataset select(int... samples) {
    return new Selection(this, samples);
  }

  /**
   * The samples from one position up to, but without, another.
   *
   * @throws IndexOutOfBoundsException if one of the positions does not exist
   */
  default Dataset range(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    int[] samples = new int[to - from];
    Arrays.setAll(samples, i -> from + i);
    return select(samples);
  }

  /**
   * Sets a part of the samples aside at random; both parts keep the order.
   *
   * @param fraction the part, above 0 and below 1, rounded to whole samples
   * @param seed what it is drawn from: the same seed, the same part
   * @throws IllegalArgumentException if one of the parts would be empty
   */
  default Split split(double fraction, long seed) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "fraction: between 0 and 1 expected, " + fraction + " found");
    }
    return Splitter.random(this, (int) Math.round(size() * fraction), seed);
  }

  /**
   * Sets samples aside at random so that each value of a column has its share in both parts.
   *
   * @param column a column of one element a row, such as the class
   * @param count how many are set aside, at least 1 and fewer than there are
   * @param seed what they are drawn from: the same seed, the same part
   * @throws IllegalArgumentException if the column or the count does not fit
   */
  default Split stratifiedSplit(String column, int count, long seed) {
    return Splitter.stratified(this, column, count, seed);
  }

  /**
   * A data set in two parts without a sample in common.
   *
   * @param train what was left
   * @param test what was set aside, for testing or validation
   */
  record Split(Dataset train, Dataset test) {}
}
