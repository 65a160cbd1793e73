package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as the lexer wants it: without a byte order mark, lines ended by {@code \n} alone, and
 * free of characters that an editor does not show. Positions stay those of the file.
 */
record SourceText(String text, List<SyntaxProblem> problems) {
  private static final SyntaxError INVISIBLE_CHARACTER =
      new SyntaxError("NUT1003", "the text holds the invisible character %s", "remove it");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static SourceText of(String file, String written) {
    String content =
        !written.isEmpty() && written.charAt(0) == BYTE_ORDER_MARK ? written.substring(1) : written;
    String lines = content.replace("\r\n", "\n").replace('\r', '\n');
    List<SyntaxProblem> problems = new ArrayList<>();
    StringBuilder clean = new StringBuilder(lines.length());
    int line = 1;
    int column = 1;
    for (int c : (Iterable<Integer>) lines.codePoints()::iterator) {
      boolean visible = !isInvisible(c);
      clean.appendCodePoint(visible ? c : ' ');
      if (!visible) {
        Span span = new Span(file, line, column, line, column + 1);
        problems.add(INVISIBLE_CHARACTER.at(span, name(c)));
      }
      line += c == '\n' ? 1 : 0;
      column = c == '\n' ? 1 : column + 1;
    }
    return new SourceText(clean.toString(), problems);
  }

  /** {@code U+0000}. */
  static String name(int character) {
    return String.format(Locale.ROOT, "U+%04X", character);
  }

  /**
   * Control characters, and those that hide text or reorder it on the screen (see CVE-2021-42574),
   * also in comments, which become the documentation of generated code.
   */
  private static boolean isInvisible(int c) {
    if (c == '\n' || c == '\t') {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
