package dev.nutshell.data.csv;

import java.util.Set;

/**
 * How a table is written as text.
 *
 * @param separator what stands between two cells of a line
 * @param quotes whether a cell that begins with {@code "} goes on to the next single {@code "},
 *     across separators and lines; {@code ""} within it is one quote
 * @param header whether the first line holds the names of the columns; else they are {@code c0},
 *     {@code c1} and so on
 * @param missing what stands in a cell without a value; an empty one never has one
 */
public record CsvFormat(char separator, boolean quotes, boolean header, Set<String> missing) {

  /** Comma-separated, quoted as in RFC 4180, with a header. */
  public static final CsvFormat COMMA = new CsvFormat(',', true, true, Set.of());

  /** Tab-separated, without quotes, with a header. */
  public static final CsvFormat TAB = new CsvFormat('\t', false, true, Set.of());

  /** Copies the set. */
  public CsvFormat {
    missing = Set.copyOf(missing);
  }

  /** This format without a header. */
  public CsvFormat withoutHeader() {
    return new CsvFormat(separator, quotes, false, missing);
  }

  /** This format with texts that stand for a missing value, such as {@code NA} or {@code ?}. */
  public CsvFormat withMissing(String... texts) {
    return new CsvFormat(separator, quotes, header, Set.of(texts));
  }

  /** Whether a cell has no value. */
  boolean isMissing(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || missing.contains(stripped);
  }
}
