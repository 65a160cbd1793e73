package dev.nutshell.data.csv;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.file.DataFileException;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.Precision;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table read from text, whose columns become columns of a {@link Dataset}. Immutable.
 *
 * <pre>{@code
 * Csv iris = Csv.read(Path.of("iris.csv"));
 * Dataset data = Dataset.of("features", iris.floats(iris.header().subList(0, 4)))
 *     .with("species", iris.categories("species", iris.values("species")));
 * }</pre>
 */
public final class Csv {

  private final CsvHeader header;
  private final List<CsvRow> rows;

  /** What a missing cell counts as; nothing if it is an error. */
  private final OptionalDouble missing;

  private Csv(CsvHeader header, List<CsvRow> rows, OptionalDouble missing) {
    this.header = header;
    this.rows = rows;
    this.missing = missing;
  }

  /**
   * Reads a UTF-8 file of comma-separated cells with a header.
   *
   * @throws DataFileException with line and column, if it is malformed or not in UTF-8
   * @throws IOException if reading fails
   */
  public static Csv read(Path file) throws IOException {
    return read(file, CsvFormat.COMMA);
  }

  /**
   * Reads a UTF-8 file.
   *
   * @throws DataFileException with line and column, if it is malformed or not in UTF-8
   * @throws IOException if reading fails
   */
  public static Csv read(Path file, CsvFormat format) throws IOException {
    try (CsvReader reader = CsvReader.open(file, format)) {
      return read(reader);
    }
  }

  /**
   * Reads text to its end; the caller closes it.
   *
   * @param name what the text is called in messages
   * @throws DataFileException with line and column, if it is malformed
   * @throws IOException if reading fails
   */
  public static Csv read(Reader in, String name, CsvFormat format) throws IOException {
    // The caller's reader is not closed with this one.
    return read(new CsvReader(in, name, format));
  }

  private static Csv read(CsvReader reader) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    for (CsvRow row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
    return new Csv(reader.columns(), rows, OptionalDouble.empty());
  }

  /** The names of the columns. */
  public List<String> header() {
    return header.names();
  }

  /** The number of rows, without the header. */
  public int size() {
    return rows.size();
  }

  /**
   * This table with missing cells counting as a number, which may be not-a-number; as the index of
   * a class, too.
   */
  public Csv missingAs(double value) {
    return new Csv(header, rows, OptionalDouble.of(value));
  }

  /**
   * Columns of numbers, side by side in single precision: each row as wide as there are names.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no number
   */
  public Column floats(List<String> names) {
    return numbers(Element.REAL, Precision.FLOAT, names);
  }

  /**
   * A column of numbers, in single precision.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no number
   */
  public Column floats(String name) {
    return floats(List.of(name));
  }

  /**
   * Columns of numbers, side by side in double precision: each row as wide as there are names.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no number
   */
  public Column doubles(List<String> names) {
    return numbers(Element.REAL, Precision.DOUBLE, names);
  }

  /**
   * A column of numbers, in double precision.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no number
   */
  public Column doubles(String name) {
    return doubles(List.of(name));
  }

  /**
   * Columns of integers, side by side.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no integer
   */
  public Column ints(List<String> names) {
    return numbers(Element.INT, Precision.DOUBLE, names);
  }

  /**
   * A column of integers.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no integer
   */
  public Column ints(String name) {
    return ints(List.of(name));
  }

  /** The texts of a column, in the order of the rows. */
  public List<String> texts(String name) {
    return rows.stream().map(row -> row.text(name)).toList();
  }

  /**
   * The different texts of a column, sorted, without missing ones: the classes of {@link
   * #categories}.
   */
  public List<String> values(String name) {
    return rows.stream()
        .filter(row -> !row.isMissing(name))
        .map(row -> row.text(name))
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * A column of classes: each text as its index among those given.
   *
   * @throws IllegalArgumentException naming the cell, if one is none of them
   */
  public Column categories(String name, List<String> classes) {
    int index = header.index(name);
    Column codes = Column.of(1, new int[rows.size()]);
    for (int i = 0; i < rows.size(); i++) {
      CsvRow row = rows.get(i);
      boolean counts = missing.isPresent() && row.isMissing(name);
      store(row, index, codes, i, counts ? missing.getAsDouble() : row.category(name, classes));
    }
    return codes;
  }

  /**
   * A column of texts as ints, for the layer {@code vocabulary}: the hash code of each, {@link
   * String#hashCode}. What is missing is the text that stands there.
   *
   * @throws IllegalArgumentException naming the cell, if its text is another than that of a cell
   *     before with the same hash code
   */
  public Column hashes(String name) {
    int index = header.index(name);
    Map<Integer, String> texts = new HashMap<>();
    Column codes = Column.of(1, new int[rows.size()]);
    for (int i = 0; i < rows.size(); i++) {
      String text = rows.get(i).text(name);
      String first = texts.putIfAbsent(text.hashCode(), text);
      if (first != null && !first.equals(text)) {
        throw rows.get(i).error(index, "'" + text + "' has the hash code of '" + first + "'");
      }
      codes.set(i, text.hashCode());
    }
    return codes;
  }

  private Column numbers(Element element, Precision precision, List<String> names) {
    int[] indices = names.stream().mapToInt(header::index).toArray();
    Column target = Column.allocate(element, precision, indices.length, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      CsvRow row = rows.get(i);
      for (int c = 0; c < indices.length; c++) {
        boolean counts = missing.isPresent() && row.isMissing(names.get(c));
        double value = counts ? missing.getAsDouble() : row.number(indices[c]);
        store(row, indices[c], target, i * indices.length + c, value);
      }
    }
    return target;
  }

  private static void store(CsvRow row, int index, Column target, int place, double value) {
    try {
      target.set(place, value);
    } catch (IllegalArgumentException e) {
      throw row.error(index, e.getMessage());
    }
  }
}
