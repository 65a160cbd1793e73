package dev.nutshell.data.csv;

import java.util.List;

/** One row of a table. Errors name file, line and column of the cell. */
public final class CsvRow {

  private final CsvHeader header;
  private final List<CsvParser.Cell> cells;

  CsvRow(CsvHeader header, List<CsvParser.Cell> cells) {
    this.header = header;
    this.cells = cells;
  }

  /** The line of the text in which it begins, from 1. */
  public int line() {
    return cells.get(0).line();
  }

  /**
   * The text of a cell.
   *
   * @throws IllegalArgumentException if there is no column of that name
   */
  public String text(String column) {
    return cells.get(header.index(column)).text();
  }

  /**
   * Whether a cell is empty, or holds what stands for a missing value.
   *
   * @throws IllegalArgumentException if there is no column of that name
   */
  public boolean isMissing(String column) {
    return header.format().isMissing(text(column));
  }

  /**
   * The number in a cell.
   *
   * @throws IllegalArgumentException if it holds none, or there is no column of that name
   */
  public double number(String column) {
    return number(header.index(column));
  }

  double number(int index) {
    String text = cells.get(index).text().strip();
    if (header.format().isMissing(text)) {
      throw missing(index);
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw error(index, "number expected, '" + text + "' found");
    }
  }

  /**
   * The index of a cell's text among classes.
   *
   * @throws IllegalArgumentException if it is none of them, or there is no column of that name
   */
  public int category(String column, List<String> classes) {
    int index = header.index(column);
    String text = cells.get(index).text();
    int category = classes.indexOf(text);
    if (category < 0) {
      throw header.format().isMissing(text)
          ? missing(index)
          : error(index, "one of " + classes + " expected, '" + text + "' found");
    }
    return category;
  }

  private IllegalArgumentException missing(int index) {
    String text = cells.get(index).text().strip();
    return error(index, text.isEmpty() ? "the cell is empty" : "no value but '" + text + "'");
  }

  /** A fault of a cell at its place. */
  IllegalArgumentException error(int index, String message) {
    CsvParser.Cell cell = cells.get(index);
    return new IllegalArgumentException(
        header.file()
            + ":"
            + cell.line()
            + ":"
            + cell.column()
            + ": column "
            + header.names().get(index)
            + ": "
            + message);
  }
}
