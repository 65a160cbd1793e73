package dev.nutshell.processor.emit.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of a model's author as comments of generated code. Whatever it holds, it stays text: it can
 * neither end the comment, nor start a tag or an element, nor form a Unicode escape, which the
 * compiler would read even inside a comment.
 */
public final class Documentation {
  private static final int WIDTH = 90;

  private Documentation() {}

  /** Text for the lines of a comment, each after {@code //}. */
  static List<String> lineComments(String text) {
    return wrap(printable(text).replace("\\u", "\\ u")).lines().toList();
  }

  /** A paragraph or more, wrapped; blank lines in the text separate paragraphs. */
  public static String javadoc(String text) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R\\s*\\R", -1)) {
      paragraphs.add(wrap(escape(printable(paragraph))));
    }
    return String.join("\n\n<p>", paragraphs);
  }

  /** Lines to be shown as they are, in one block. */
  public static String preformatted(List<String> lines) {
    StringBuilder block = new StringBuilder("<pre>\n");
    lines.forEach(line -> block.append(escape(printable(line)).stripTrailing()).append('\n'));
    return block.append("</pre>").toString();
  }

  private static String printable(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static String escape(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> result.append("&amp;");
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '@' -> result.append("&#64;");
        case '\\' -> result.append("&#92;");
        case '{' -> result.append("&#123;");
        case '}' -> result.append("&#125;");
        case '/' -> result.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
        default -> result.append(c);
      }
    }
    return result.toString();
  }

  private static String wrap(String text) {
    StringBuilder result = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        result.append('\n');
        column = 0;
      } else if (column > 0) {
        result.append(' ');
        column++;
      }
      result.append(word);
      column += word.length();
    }
    return result.toString();
  }
}
