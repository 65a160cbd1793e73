package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;

/** A comment that documents nothing, as it is written, its marks included. */
public record Comment(Span span, String text) {

  /** Whether it reaches to the end of its line. */
  public boolean isLineComment() {
    return text.startsWith("//");
  }
}
