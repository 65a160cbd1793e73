package dev.nutshell.processor.diagnostic;

import dev.nutshell.grammar.tree.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that diagnostics point into; shows a diagnostic with its line and a caret below. */
public final class Listing {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Adds a text under the name that positions give. */
  public void add(String file, String text) {
    texts.put(file, text);
  }

  /**
   * {@code file:line:column: error NUT2001: message}, the line of the source, the caret, and the
   * hint; without the line when the text is not known.
   */
  public String show(Diagnostic diagnostic) {
    String plain = diagnostic.toString();
    Optional<String> snippet = snippet(diagnostic.span());
    if (snippet.isEmpty()) {
      return plain;
    }
    String hint = diagnostic.hint();
    String message =
        hint.isEmpty() ? plain : plain.substring(0, plain.length() - hint.length() - 3);
    return message + "\n" + snippet.get() + (hint.isEmpty() ? "" : "\n" + INDENT + hint);
  }

  private Optional<String> snippet(Span span) {
    String text = texts.get(span.file());
    if (text == null || span.line() < 1 || span.column() < 1) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    if (span.line() > lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(span.line() - 1);
    int column = Math.min(span.column() - 1, line.length());
    int end =
        span.endLine() == span.line()
            ? Math.min(span.endColumn() - 1, line.length())
            : line.length();
    int from = column < WIDTH ? 0 : column - WIDTH / 2;
    int to = Math.min(line.length(), from + WIDTH);
    StringBuilder snippet = new StringBuilder(INDENT).append(visible(line, from, to));
    snippet.append('\n').append(INDENT);
    snippet.append(visible(line, from, column).replaceAll("[^\t]", " "));
    snippet.append("^".repeat(Math.max(1, Math.min(end, to) - column)));
    return Optional.of(snippet.toString());
  }

  /**
   * Part of a line; control characters, which could play tricks on a terminal, become question
   * marks.
   */
  private static String visible(String line, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      text.append(
          c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
              ? '?'
              : c);
    }
    return text.toString();
  }
}
