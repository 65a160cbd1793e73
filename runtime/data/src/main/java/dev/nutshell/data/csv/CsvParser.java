package dev.nutshell.data.csv;

import dev.nutshell.data.file.DataFileException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
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
    next = read();
    if (next == BYTE_ORDER_MARK) {
      next = read();
    }
  }

  /**
   * One cell.
   *
   * @param line the text line it begins in, from 1
   * @param column the character of that line it begins with, from 1
   */
  record Cell(String text, int line, int column) {}

  /** The cells of the next record, or null at the end; lines without a character are skipped. */
  List<Cell> row() throws IOException {
    while (next == '\n' || next == '\r') {
      advance();
    }
    if (next == END) {
      return null;
    }
    List<Cell> cells = new ArrayList<>();
    cells.add(cell());
    while (next == format.separator()) {
      advance();
      cells.add(cell());
    }
    return cells;
  }

  private Cell cell() throws IOException {
    int startLine = line;
    int startColumn = column;
    String text = format.quotes() && next == '"' ? quoted(startLine, startColumn) : plain();
    return new Cell(text, startLine, startColumn);
  }

  private String plain() throws IOException {
    StringBuilder cell = new StringBuilder();
    while (!atCellEnd()) {
      cell.append((char) next);
      advance();
    }
    return cell.toString();
  }

  private String quoted(int startLine, int startColumn) throws IOException {
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
    next = read();
    column++;
    if (passed == '\n' || (passed == '\r' && next != '\n')) {
      line++;
      column = 1;
    }
  }

  /** The next character. Text is decoded ahead, so the place of a fault is not quite known. */
  private int read() throws IOException {
    try {
      return in.read();
    } catch (CharacterCodingException e) {
      throw new DataFileException(
          file + ": a character, in line " + line + " or after, that is not in UTF-8");
    }
  }

  private DataFileException error(int atLine, int atColumn, String message) {
    return new DataFileException(file + ":" + atLine + ":" + atColumn + ": " + message);
  }
}
