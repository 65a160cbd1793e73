package dev.nutshell.processor.door;

import com.palantir.javapoet.CodeBlock;

/**
 * Text of documentation comments, broken into lines as the formatter of the project breaks them.
 */
final class Javadoc {
  private static final int COLUMNS = 100;

  private Javadoc() {}

  /**
   * A comment's content.
   *
   * @param indent the columns before the comment
   */
  static CodeBlock of(String text, int indent) {
    StringBuilder lines = new StringBuilder();
    int column = indent + " * ".length();
    for (String word : text.strip().split("\\s+", -1)) {
      boolean first = lines.length() == 0;
      if (!first && column + 1 + word.length() > COLUMNS) {
        lines.append('\n');
        column = indent + " * ".length();
      } else if (!first) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return CodeBlock.of("$L\n", lines);
  }

  /**
   * Text of a {@code .dl} file as the content of a comment: what stands between backticks is code,
   * and nothing of the rest means anything to Javadoc or ends the comment.
   */
  static String escape(String text) {
    String[] parts = text.split("`", -1);
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1 && i + 1 < parts.length;
      String escaped = escapeMarkup(parts[i]);
      content.append(isCode ? "<code>" + escaped + "</code>" : escaped);
    }
    return content.toString();
  }

  private static String escapeMarkup(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }
}
