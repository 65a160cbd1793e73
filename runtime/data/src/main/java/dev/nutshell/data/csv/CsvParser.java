package dev.nutshell.data.csv;

import dev.nutshell.data.file.DataFileException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Splits the text of a table into records of cells. */
final class CsvParser {

  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Reader in;
  private final String file;
  private final CsvFormat format;
  private int next;
  private int line = 1;
  private int column = 1;

  /** Reads through a reader that the caller buffers and closes. */
  CsvParser(Reader in, String file, CsvFormat format) throws IOException {
    this.in = in;
    this.file = file;
    this.format = format;
    next = in.read();
    if (next == BYTE_ORDER_MARK) {
      next = in.read();
    }
  }

  /**
   * One line of the table.
   *
   * @param line the number of the text line it begins in, from 1
   * @param cells its cells
   */
  record Row(int line, List<String> cells) {}

  /** The next record, or null at the end; lines without a character are skipped. */
  Row row() throws IOException {
    while (next == '\n' || next == '\r') {
      advance();
    }
    if (next == END) {
      return null;
    }
    int start = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (next == format.separator()) {
      advance();
      cells.add(cell());
    }
    return new Row(start, cells);
  }

  private String cell() throws IOException {
    if (format.quotes() && next == '"') {
      return quoted();
    }
    StringBuilder cell = new StringBuilder();
    while (!atCellEnd()) {
      cell.append((char) next);
      advance();
    }
    return cell.toString();
  }

  private String quoted() throws IOException {
    int startLine = line;
    int startColumn = column;
    StringBuilder cell = new StringBuilder();
    advance();
    while (true) {
      if (next == END) {
        throw error(startLine, startColumn, "the quote is never closed");
      }
      if (next == '"') {
        advance();
        if (next != '"') {
          break;
        }
      }
      cell.append((char) next);
      advance();
    }
    if (!atCellEnd()) {
      throw error(line, column, "separator or end of line expected after a quoted cell");
    }
    return cell.toString();
  }

  private boolean atCellEnd() {
    return next == END || next == '\n' || next == '\r' || next == format.separator();
  }

  private void advance() throws IOException {
    int passed = next;
    next = in.read();
    column++;
    if (passed == '\n' || (passed == '\r' && next != '\n')) {
      line++;
      column = 1;
    }
  }

  private DataFileException error(int atLine, int atColumn, String message) {
    return new DataFileException(file + ":" + atLine + ":" + atColumn + ": " + message);
  }
}
