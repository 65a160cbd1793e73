package dev.nutshell.data.csv;

/**
 * How a table is written as text.
 *
 * @param separator what stands between two cells of a line
 * @param quotes whether a cell that begins with {@code "} goes on to the next single {@code "},
 *     across separators and lines; {@code ""} within it is one quote
 * @param header whether the first line holds the names of the columns; else they are {@code c0},
 *     {@code c1} and so on
 */
public record CsvFormat(char separator, boolean quotes, boolean header) {

  /** Comma-separated, quoted as in RFC 4180, with a header. */
  public static final CsvFormat COMMA = new CsvFormat(',', true, true);

  /** Tab-separated, without quotes, with a header. */
  public static final CsvFormat TAB = new CsvFormat('\t', false, true);

  /** This format without a header. */
  public CsvFormat withoutHeader() {
    return new CsvFormat(separator, quotes, false);
  }
}
