package dev.nutshell.data.csv;

import dev.nutshell.data.file.DataFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a table row by row, for tables that are larger than memory: to go over them, or to write
 * them to a {@link dev.nutshell.data.file.RecordFile}.
 *
 * <pre>{@code
 * try (CsvReader table = CsvReader.open(file, CsvFormat.COMMA)) {
 *   for (CsvRow row = table.next(); row != null; row = table.next()) {
 *     writer.row("x").floats()[0] = (float) row.number("price");
 *     writer.add();
 *   }
 * }
 * }</pre>
 */
public final class CsvReader implements AutoCloseable {

  private final Reader in;
  private final CsvParser parser;
  private final CsvHeader header;

  /** The first row, where it is no header and was not handed out; else null. */
  private CsvRow first;

  /**
   * Reads the header.
   *
   * @param in what is read from; closed with this reader
   * @param name what the text is called in messages
   * @throws DataFileException with line and column, if it is malformed
   * @throws IOException if reading fails
   */
  public CsvReader(Reader in, String name, CsvFormat format) throws IOException {
    this.in = new BufferedReader(in);
    parser = new CsvParser(this.in, name, format);
    List<CsvParser.Cell> cells = parser.row();
    if (cells == null) {
      throw new DataFileException(name + ": the file is empty");
    }
    if (format.header()) {
      header = new CsvHeader(name, format, cells.stream().map(CsvParser.Cell::text).toList());
    } else {
      header =
          new CsvHeader(
              name, format, IntStream.range(0, cells.size()).mapToObj(i -> "c" + i).toList());
      first = new CsvRow(header, cells);
    }
  }

  /**
   * Opens a UTF-8 file.
   *
   * @throws DataFileException with line and column, if it is malformed
   * @throws IOException if reading fails
   */
  public static CsvReader open(Path file, CsvFormat format) throws IOException {
    if (Files.isDirectory(file)) {
      throw new DataFileException(file + " is a folder, not a file");
    }
    Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    try {
      return new CsvReader(in, String.valueOf(file.getFileName()), format);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The names of the columns. */
  public List<String> header() {
    return header.names();
  }

  CsvHeader columns() {
    return header;
  }

  /**
   * The next row, or null at the end.
   *
   * @throws DataFileException with line and column, if it is malformed or of another width
   * @throws IOException if reading fails
   */
  public CsvRow next() throws IOException {
    if (first != null) {
      CsvRow row = first;
      first = null;
      return row;
    }
    List<CsvParser.Cell> cells = parser.row();
    if (cells == null) {
      return null;
    }
    int width = header.names().size();
    if (cells.size() != width) {
      throw new DataFileException(
          header.file()
              + ":"
              + cells.get(0).line()
              + ": "
              + width
              + " cells expected, "
              + cells.size()
              + " found");
    }
    return new CsvRow(header, cells);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
