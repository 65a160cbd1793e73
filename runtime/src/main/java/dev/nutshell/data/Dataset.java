package dev.nutshell.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Samples: columns of equally many rows, each under the name of an input or target.
 *
 * <p>Immutable but for the columns' arrays. A selection shares the columns and keeps only which
 * rows it has.
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
    return Collections.unmodifiableSet(columns.keySet());
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

  /**
   * Sets a part of the samples aside at random; both parts keep the order.
   *
   * @param fraction the part, above 0 and below 1, rounded to whole samples
   * @param seed what it is drawn from: the same seed, the same part
   * @throws IllegalArgumentException if one of the parts would be empty
   */
  public Split split(double fraction, long seed) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "fraction: between 0 and 1 expected, " + fraction + " found");
    }
    return Splitter.random(this, (int) Math.round(size * fraction), seed);
  }

  /**
   * Sets samples aside at random so that each value of a column has its share in both parts.
   *
   * @param column a column of one element a row, such as the class
   * @param count how many are set aside, at least 1 and fewer than there are
   * @param seed what they are drawn from: the same seed, the same part
   * @throws IllegalArgumentException if the column or the count does not fit
   */
  public Split stratifiedSplit(String column, int count, long seed) {
    return Splitter.stratified(this, column, count, seed);
  }

  /**
   * A data set in two parts without a sample in common.
   *
   * @param train what was left
   * @param test what was set aside, for testing or validation
   */
  public record Split(Dataset train, Dataset test) {}
}
