package dev.nutshell.processor.door;

import com.palantir.javapoet.CodeBlock;

/** Text of documentation comments, broken into lines as the formatter of the project breaks them. */
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

  /** Text of a user's in which nothing means anything to Javadoc, or ends the comment. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }
}
