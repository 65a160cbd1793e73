package dev.nutshell.data.csv;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.file.DataFileException;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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

  private final String file;
  private final List<String> header;
  private final List<CsvParser.Row> rows;

  /** What an empty cell counts as; nothing if it is an error. */
  private final OptionalDouble missing;

  private Csv(String file, List<String> header, List<CsvParser.Row> rows, OptionalDouble missing) {
    this.file = file;
    this.header = header;
    this.rows = rows;
    this.missing = missing;
  }

  /**
   * Reads a UTF-8 file of comma-separated cells with a header.
   *
   * @throws DataFileException with line and column, if it is malformed
   * @throws IOException if reading fails
   */
  public static Csv read(Path file) throws IOException {
    return read(file, CsvFormat.COMMA);
  }

  /**
   * Reads a UTF-8 file.
   *
   * @throws DataFileException with line and column, if it is malformed
   * @throws IOException if reading fails
   */
  public static Csv read(Path file, CsvFormat format) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(in, String.valueOf(file.getFileName()), format);
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
    CsvParser parser = new CsvParser(new BufferedReader(in), name, format);
    CsvParser.Row first = parser.row();
    if (first == null) {
      throw new DataFileException(name + ": the file is empty");
    }
    int width = first.cells().size();
    List<CsvParser.Row> rows = new ArrayList<>();
    List<String> header = first.cells();
    if (!format.header()) {
      header = IntStream.range(0, width).mapToObj(i -> "c" + i).toList();
      rows.add(first);
    }
    requireDistinct(name, header);
    for (CsvParser.Row row = parser.row(); row != null; row = parser.row()) {
      if (row.cells().size() != width) {
        throw new DataFileException(
            name
                + ":"
                + row.line()
                + ": "
                + width
                + " cells expected, "
                + row.cells().size()
                + " found");
      }
      rows.add(row);
    }
    return new Csv(name, List.copyOf(header), rows, OptionalDouble.empty());
  }

  private static void requireDistinct(String file, List<String> header) throws DataFileException {
    Set<String> names = new HashSet<>();
    for (String name : header) {
      if (!names.add(name)) {
        throw new DataFileException(file + ":1: second column " + name);
      }
    }
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** The number of rows, without the header. */
  public int size() {
    return rows.size();
  }

  /** This table with empty cells counting as a number, which may be not-a-number. */
  public Csv missingAs(double value) {
    return new Csv(file, header, rows, OptionalDouble.of(value));
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
   * Columns of numbers, side by side in double precision: each row as wide as there are names.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no number
   */
  public Column doubles(List<String> names) {
    return numbers(Element.REAL, Precision.DOUBLE, names);
  }

  /**
   * Columns of integers, side by side.
   *
   * @throws IllegalArgumentException naming the cell, if one holds no integer
   */
  public Column ints(List<String> names) {
    return numbers(Element.INT, Precision.DOUBLE, names);
  }

  /** The texts of a column, in the order of the rows. */
  public List<String> texts(String name) {
    int column = index(name);
    return rows.stream().map(row -> row.cells().get(column)).toList();
  }

  /** The different texts of a column, sorted: the classes of {@link #categories}. */
  public List<String> values(String name) {
    return List.copyOf(new TreeSet<>(texts(name)));
  }

  /**
   * A column of classes: each text as its index among those given.
   *
   * @throws IllegalArgumentException naming the cell, if one is none of them
   */
  public Column categories(String name, List<String> classes) {
    int column = index(name);
    int[] codes = new int[rows.size()];
    for (int row = 0; row < codes.length; row++) {
      String text = rows.get(row).cells().get(column);
      codes[row] = classes.indexOf(text);
      if (codes[row] < 0) {
        throw error(row, name, "one of " + classes + " expected, '" + text + "' found");
      }
    }
    return Column.of(1, codes);
  }

  private Column numbers(Element element, Precision precision, List<String> names) {
    int[] columns = names.stream().mapToInt(this::index).toArray();
    Column target = Column.allocate(element, precision, columns.length, rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < columns.length; i++) {
        double value = number(row, columns[i]);
        try {
          target.set(row * columns.length + i, value);
        } catch (IllegalArgumentException e) {
          throw error(row, names.get(i), e.getMessage());
        }
      }
    }
    return target;
  }

  private double number(int row, int column) {
    String text = rows.get(row).cells().get(column).strip();
    if (text.isEmpty()) {
      return missing.orElseThrow(() -> error(row, header.get(column), "the cell is empty"));
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw error(row, header.get(column), "number expected, '" + text + "' found");
    }
  }

  private int index(String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          file + ": no column " + name + "; there are " + String.join(", ", header));
    }
    return index;
  }

  private IllegalArgumentException error(int row, String column, String message) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT, "%s:%d: column %s: %s", file, rows.get(row).line(), column, message));
  }
}
