package dev.nutshell.grammar.tree;

/**
 * A stretch of source text. Lines and columns count from 1; the end is exclusive.
 *
 * @param file the name that diagnostics show, with forward slashes
 */
public record Span(String file, int line, int column, int endLine, int endColumn) {

  /** The smallest stretch that begins where this one begins and ends where {@code last} ends. */
  public Span to(Span last) {
    return new Span(file, line, column, last.endLine, last.endColumn);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
