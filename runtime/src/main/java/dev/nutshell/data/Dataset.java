package dev.nutshell.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Samples: columns of equally many rows, each under the name of an input or target.
 *
 * <p>Immutable but for the columns' arrays. A selection shares the columns and keeps only which rows
 * it has.
 */
public final class Dataset {

  private final Map<String, Column> columns;

  /** The rows of this selection; null for all, in order. */
  private final int[] rows;

  private final int size;

  private Dataset(Map<String, Column> columns, int[] rows, int size) {
    this.columns = columns;
    this.rows = rows;
    this.size = size;
  }

  /** A data set of one column; {@link #with} adds the others. */
  public static Dataset of(String name, Column column) {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put(Objects.requireNonNull(name, "name"), column);
    return new Dataset(columns, null, column.rows());
  }

  /**
   * This data set with one column more.
   *
   * @throws IllegalArgumentException if the name is taken or the column has another number of rows
   * @throws IllegalStateException if this is a selection of rows
   */
  public Dataset with(String name, Column column) {
    if (rows != null) {
      throw new IllegalStateException("a selection of rows takes no further column");
    }
    if (columns.containsKey(name)) {
      throw new IllegalArgumentException("second column " + name);
    }
    if (column.rows() != size) {
      throw new IllegalArgumentException(
          "column " + name + ": " + size + " rows expected, " + column.rows() + " found");
    }
    Map<String, Column> extended = new LinkedHashMap<>(columns);
    extended.put(Objects.requireNonNull(name, "name"), column);
    return new Dataset(extended, null, size);
  }

  /** The number of samples. */
  public int size() {
    return size;
  }

  /** The names of the columns, in the order they were added. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(columns.keySet());
  }

  /**
   * A column with all its rows, whichever are selected; {@link #row} says where a sample is in it.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "no column " + name + "; there are " + String.join(", ", columns.keySet()));
    }
    return column;
  }

  /**
   * The row of a sample in the columns.
   *
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  public int row(int sample) {
    Objects.checkIndex(sample, size);
    return rows == null ? sample : rows[sample];
  }

  /**
   * Some of the samples, in the order given; a sample may come more than once.
   *
   * @throws IndexOutOfBoundsException if one of them does not exist
   */
  public Dataset select(int... samples) {
    int[] selected = new int[samples.length];
    for (int i = 0; i < samples.length; i++) {
      selected[i] = row(samples[i]);
    }
    return new Dataset(columns, selected, selected.length);
  }

  /** The samples from one position up to, but without, another. */
  public Dataset range(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    int[] selected = new int[to - from];
    Arrays.setAll(selected, i -> row(from + i));
    return new Dataset(columns, selected, selected.length);
  }
}
