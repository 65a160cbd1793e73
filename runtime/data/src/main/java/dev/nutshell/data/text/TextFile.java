package dev.nutshell.data.text;

import dev.nutshell.data.file.DataFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of text in UTF-8. */
public final class TextFile {

  private TextFile() {}

  /**
   * Reads a whole file, a byte order mark at its beginning aside.
   *
   * @throws DataFileException with line and column, if it is not in UTF-8
   * @throws IOException if it cannot be read
   */
  public static String read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      throw new DataFileException(
          file.getFileName() + ":" + place(text) + ": no UTF-8: a malformed character");
    }
    return text.length() > 0 && text.charAt(0) == '\ufeff'
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  /**
   * Reads the lines of a file, without their ends.
   *
   * @throws DataFileException with line and column, if it is not in UTF-8
   * @throws IOException if it cannot be read
   */
  public static List<String> lines(Path file) throws IOException {
    return read(file).lines().toList();
  }

  /** Line and column, from 1, of what follows a text. */
  private static String place(CharSequence before) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < before.length(); i++) {
      column++;
      if (before.charAt(i) == '\n') {
        line++;
        column = 1;
      }
    }
    return line + ":" + column;
  }
}
